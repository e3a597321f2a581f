import { z } from 'zod';

/** The version of the published schemas whose fields and limits these are. */
export const manifestVersion = '1.22';

const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}` as const;
export const manifestSchema = `${schemas}/MicrosoftTeams.schema.json` as const;
export const localisationSchema = `${schemas}/MicrosoftTeams.Localization.schema.json` as const;

/** The longest name of who offers the app. */
export const longestDeveloper = 32;

/** Teams counts characters, not the halves of one. */
const text = (most: number) =>
  z
    .string()
    .refine((it) => /\S/.test(it), 'is empty')
    .refine((it) => [...it].length <= most, `is longer than ${most} characters`);

const address = text(2048).refine((it) => it.startsWith('https://'), 'is no https address');
const language = z.string().regex(/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$/, 'is no language tag');
const scopes = z.array(z.enum(['personal', 'team', 'groupChat'])).min(1);

const limits = { short: 30, full: 100, summary: 80, description: 4000, command: 128 } as const;

const Command = z.strictObject({ title: text(limits.command), description: text(limits.description) });

/** What we write in `manifest.json`. */
export const Manifest = z.strictObject({
  $schema: z.literal(manifestSchema),
  manifestVersion: z.literal(manifestVersion),
  /** Three numbers: Teams refuses what may follow them in a version. */
  version: z.string().regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/, 'is no version'),
  id: z.guid(),
  developer: z.strictObject({
    name: text(longestDeveloper),
    websiteUrl: address,
    privacyUrl: address,
    termsOfUseUrl: address,
  }),
  localizationInfo: z.strictObject({
    defaultLanguageTag: language,
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.strictObject({ languageTag: language, file: z.string() })),
  }),
  name: z.strictObject({ short: text(limits.short), full: text(limits.full) }),
  description: z.strictObject({ short: text(limits.summary), full: text(limits.description) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/, 'is no colour'),
  bots: z.tuple([
    z.strictObject({
      botId: z.guid(),
      scopes,
      supportsFiles: z.literal(false),
      isNotificationOnly: z.literal(false),
      commandLists: z
        .array(z.strictObject({ scopes, commands: z.array(Command).min(1).max(10) }))
        .min(1)
        .max(3),
    }),
  ]),
  configurableTabs: z.tuple([
    z.strictObject({
      configurationUrl: address,
      canUpdateConfiguration: z.literal(true),
      scopes: z.array(z.enum(['team', 'groupChat'])).length(2),
      context: z.array(
        z.enum([
          'channelTab',
          'privateChatTab',
          'meetingChatTab',
          'meetingDetailsTab',
          'meetingSidePanel',
          'meetingStage',
        ]),
      ),
      meetingSurfaces: z.array(z.enum(['sidePanel', 'stage'])),
    }),
  ]),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(text(2048)).min(1).max(16),
});
export type Manifest = z.infer<typeof Manifest>;

const ofCommand = /^bots\[0\]\.commandLists\[[0-2]\]\.commands\[[0-9]\]\.(title|description)$/;

/** What we write in the file of a language: texts under their places in the manifest. */
export const Localisation = z
  .object({
    $schema: z.literal(localisationSchema),
    'name.short': text(limits.short),
    'name.full': text(limits.full),
    'description.short': text(limits.summary),
    'description.full': text(limits.description),
  })
  .catchall(text(limits.description))
  .superRefine((texts, context) => {
    const add = (place: string, message: string) =>
      context.addIssue({ code: 'custom', path: [place], message });
    for (const [place, said] of Object.entries(texts)) {
      if (place in Localisation.shape) continue;
      const [, kind] = ofCommand.exec(place) ?? [];
      if (kind === undefined) add(place, 'has no place in the manifest');
      if (kind === 'title' && !Command.shape.title.safeParse(said).success)
        add(place, `is longer than ${limits.command} characters`);
    }
  });
export type Localisation = z.infer<typeof Localisation>;
