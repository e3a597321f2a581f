import { defaultLanguage, type Language } from '#domain/catalogue/language.ts';
import type { Phrases, Say } from '#domain/conversation/phrases.ts';
import type { Word } from '#domain/conversation/submit.ts';
import type { ManifestFacts } from './facts.ts';
import {
  type Localisation,
  localisationSchema,
  type Manifest,
  manifestSchema,
  manifestVersion,
} from './manifest-schema.ts';

/** The manifest of the Teams app, said in the default language. */
export function manifestOf(
  { appId, publicUrl, version, developer }: ManifestFacts,
  phrases: Phrases,
): Manifest {
  const say = phrases.say(defaultLanguage);
  const others = phrases.languages.filter((language) => language !== defaultLanguage);
  return {
    $schema: manifestSchema,
    manifestVersion,
    version,
    id: appId,
    developer: {
      name: developer ?? say('teams.name.short'),
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/confidentialite`,
      termsOfUseUrl: `${publicUrl}/mentions`,
    },
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      defaultLanguageFile: fileOf(defaultLanguage),
      additionalLanguages: others.map((language) => ({ languageTag: language, file: fileOf(language) })),
    },
    name: { short: say('teams.name.short'), full: say('teams.name.full') },
    description: { short: say('teams.description.short'), full: say('teams.description.full') },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f665e',
    bots: [botOf(appId, say)],
    configurableTabs: [tabOf(publicUrl)],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
  };
}

/** In a channel, in a chat, and in a meeting: before it, beside what is said, and on the screen that everybody shares. */
const tabOf = (publicUrl: string): Manifest['configurableTabs'][0] => ({
  configurationUrl: `${publicUrl}/teams/onglet`,
  canUpdateConfiguration: true,
  scopes: ['team', 'groupChat'],
  context: [
    ...(['channelTab', 'privateChatTab', 'meetingChatTab', 'meetingDetailsTab'] as const),
    ...(['meetingSidePanel', 'meetingStage'] as const),
  ],
  meetingSurfaces: ['sidePanel', 'stage'],
});

const botOf = (appId: string, say: Say): Manifest['bots'][0] => ({
  botId: appId,
  scopes: ['personal', 'team', 'groupChat'],
  supportsFiles: false,
  isNotificationOnly: false,
  commandLists: commandLists.map(({ scopes, words }) => ({
    scopes: [...scopes],
    commands: words.map((word) => command(say, word)),
  })),
});

/** The same texts in one language, under their places in the manifest. */
export function localisationOf(say: Say): Localisation {
  const commands = commandLists.flatMap(({ words }, list) =>
    words.flatMap((word, place) => {
      const { title, description } = command(say, word);
      const at = `bots[0].commandLists[${list}].commands[${place}]`;
      return [
        [`${at}.title`, title],
        [`${at}.description`, description],
      ] as const;
    }),
  );
  return {
    $schema: localisationSchema,
    'name.short': say('teams.name.short'),
    'name.full': say('teams.name.full'),
    'description.short': say('teams.description.short'),
    'description.full': say('teams.description.full'),
    ...Object.fromEntries(commands),
  };
}

/** The file of a language's texts in the package. */
export const fileOf = (language: Language): string => `${language}.json`;

const command = (say: Say, word: Word) => ({
  title: say(`teams.commands.${word}.title`),
  description: say(`teams.commands.${word}.description`),
});

interface CommandList {
  readonly scopes: readonly ('personal' | 'team' | 'groupChat')[];
  readonly words: readonly Word[];
}

/** The words that Teams offers where one types: a person's own in private, those that run a consultation where the group talks. */
export const commandLists: readonly CommandList[] = [
  { scopes: ['personal'], words: ['menu', 'my-scenario', 'group', 'vision', 'my-place', 'my-data', 'help'] },
  {
    scopes: ['team', 'groupChat'],
    words: ['group', 'vision', 'create', 'invite', 'progress', 'remind', 'close', 'publish'],
  },
];
