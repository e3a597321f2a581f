import { resolve } from 'node:path';
import { z } from 'zod';
import type { Credentials } from '#channels/bot-framework/authentication/credentials.ts';
import type { Organisation } from '#web/admin/organisation/organisation.ts';
import {
  organisationOf,
  organisationProblems,
  organisationRemedies,
  organisationSettings,
} from '#web/admin/organisation/settings.ts';

/** Every setting of the program, read once at the start. Folders are absolute. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address listened on: `127.0.0.1` unless told; a container sets `0.0.0.0`. */
  readonly host: string;
  readonly dataDir: string;
  /** Where people reach the program, without a final slash; absent: see `publicUrl`. */
  readonly publicUrl?: string;
  /** The folder of a catalogue of one's own, or of several. */
  readonly catalogueDir?: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Where the program's backups stand; absent: in the data folder. */
  readonly backupDir?: string;
  /** How many of them are kept. */
  readonly backupsKept: number;
  /** Whether keys may be made beside records that belong to others, which are lost. */
  readonly newKeys: boolean;
  /** The bearer secret of other sites' Direct Line clients; absent: the one kept in the data folder. */
  readonly directLineSecret?: string;
  /** The facilitator's bearer key; absent: the one kept in the data folder. */
  readonly facilitatorKey?: string;
  /** Who is responsible for the data of the demonstration consultation, and how to reach them. */
  readonly controller: { readonly name?: string; readonly contact?: string };
  /** Who may show the pages in a frame, as Content-Security-Policy writes it. */
  readonly frameAncestors: readonly string[];
  /** Entra object ids of those who facilitate every consultation, in lower case. */
  readonly facilitators: readonly string[];
  /** Absent: Bot Framework channels are answered on this machine alone. */
  readonly bot?: Credentials;
  /** Absent: the facilitator's space opens to its own links alone. */
  readonly organisation?: Organisation;
}

/** A setting that stops the start, for the operator. */
export interface ConfigProblem {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}

/** Reads the settings; an empty or blank one counts as absent. All problems are told at once. */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config } | { problems: ConfigProblem[] } {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = Settings.safeParse(given);
  const wrong = [
    ...(read.error?.issues.map(named) ?? []),
    ...missing(given),
    ...organisationProblems(given, read.data),
  ];
  if (!read.success || wrong.length > 0) return { problems: wrong.map(told) };
  return { config: composed(read.data) };
}

/** Where people reach the program when it listens on this port. */
export function publicUrl(config: Config, port: number): string {
  const everywhere = ['0.0.0.0', '::'].includes(config.host);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return config.publicUrl ?? `http://${everywhere ? '127.0.0.1' : host}:${port}`;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What to do about each setting, told when it is wrong. */
const remedies = {
  PORT: 'Give a port number from 0 to 65535, such as 3978, or leave it out.',
  HOST: 'Give an IP address or a host name of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for all.',
  DATA_DIR: 'Give a folder that the program may write to, or leave it out for ./data.',
  PUBLIC_URL: 'Give the address people type, such as https://trajectoires.example.org, with no query.',
  CATALOGUE_DIR:
    'Give the folder of a catalogue or of several, or leave it out for the one that comes with the program.',
  LOG_LEVEL: `Give one of ${logLevels.join(', ')}, or leave it out for info.`,
  DIRECT_LINE_SECRET: 'Give 32 characters or more, drawn at random, or leave it out: one is made and kept.',
  BACKUP_DIR: 'Give a folder that the program may write to, or leave it out for backups in DATA_DIR.',
  BACKUPS_KEPT: 'Give how many backups are kept, from 1 to 30, or leave it out for 7.',
  NEW_KEYS: 'Give yes for one start, to make new keys beside records whose own are lost, or leave it out.',
  FACILITATOR_KEY: 'Give 32 characters or more, drawn at random, or leave it out: one is made and kept.',
  CONTROLLER_NAME: 'Give the name of who is responsible for the data, such as Mairie de Bourg-Neuf.',
  CONTROLLER_CONTACT: 'Give an address or a telephone number at which people reach them.',
  FRAME_ANCESTORS:
    "Give 'self', 'none' or origins such as https://*.teams.microsoft.com, with spaces between.",
  FACILITATORS:
    'Give the Entra object ids (GUIDs) of the people who facilitate, with commas between, or leave it out.',
  MicrosoftAppId:
    'Copy the application id (a GUID) from the Azure Bot resource, or leave out all four MicrosoftApp settings.',
  MicrosoftAppTenantId: 'Copy the tenant id (a GUID) from the Azure Bot resource.',
  MicrosoftAppPassword: 'Give the client secret of a SingleTenant bot; leave it out for UserAssignedMSI.',
  MicrosoftAppType: 'Give SingleTenant or UserAssignedMSI; Azure creates no other kind any more.',
  ...organisationRemedies,
} as const;

const secret = z
  .string()
  .min(32, 'is shorter than 32 characters')
  .max(1000, 'is longer than 1000 characters')
  .regex(/^[\x21-\x7e]+$/, 'has characters that a header cannot carry');

const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is no port number')
    .transform(Number)
    .refine((port) => port <= 65535, 'is past 65535')
    .default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no address')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  PUBLIC_URL: z.string().refine(isBaseUrl, 'is no http or https address').optional(),
  CATALOGUE_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, 'is no level').default('info'),
  DIRECT_LINE_SECRET: secret.optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUPS_KEPT: z.coerce
    .number('is no number')
    .int('is no whole number')
    .min(1, 'is below 1')
    .max(30, 'is past 30')
    .default(7),
  NEW_KEYS: z.enum(['yes', 'no'], 'is neither yes nor no').default('no'),
  FACILITATOR_KEY: secret.optional(),
  CONTROLLER_NAME: z.string().max(200, 'is too long').optional(),
  CONTROLLER_CONTACT: z.string().max(200, 'is too long').optional(),
  FRAME_ANCESTORS: z
    .string()
    .regex(/^('self'|'none'|https?:\/\/[\w.*:-]+|\s)+$/, 'is no list of origins')
    .default("'self'"),
  FACILITATORS: z
    .string()
    .transform((list) => list.toLowerCase().match(/[^\s,;]+/g) ?? [])
    .refine((ids) => ids.every((id) => z.guid().safeParse(id).success), 'holds something that is no GUID')
    .default([]),
  MicrosoftAppId: z.guid('is no GUID').optional(),
  MicrosoftAppTenantId: z.guid('is no GUID').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI'], 'is no kind of bot').optional(),
  ...organisationSettings,
});

/** The names of all settings, as an operator writes them. */
export const settingNames: readonly string[] = Object.keys(Settings.shape);

type Wrong = readonly [name: string, message: string];

/** What the settings of the bot lack of each other. */
function missing(given: Readonly<Record<string, string>>): Wrong[] {
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant, MicrosoftAppPassword: password } = given;
  const kind = given.MicrosoftAppType;
  if ((id ?? tenant ?? password ?? kind) === undefined) return [];
  const beside = 'is missing beside the other settings of the bot';
  const managed = kind === 'UserAssignedMSI';
  return [
    ...(id === undefined ? [['MicrosoftAppId', beside] as const] : []),
    ...(tenant === undefined ? [['MicrosoftAppTenantId', beside] as const] : []),
    ...(password === undefined && !managed ? [['MicrosoftAppPassword', beside] as const] : []),
    ...(password !== undefined && managed
      ? [['MicrosoftAppPassword', 'has no use with a managed identity'] as const]
      : []),
  ];
}

function composed(settings: z.infer<typeof Settings>): Config {
  const bot = identity(settings);
  const organisation = organisationOf(settings);
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL.replace(/\/+$/, '') }),
    ...(settings.CATALOGUE_DIR !== undefined && { catalogueDir: resolve(settings.CATALOGUE_DIR) }),
    logLevel: settings.LOG_LEVEL,
    ...(settings.BACKUP_DIR !== undefined && { backupDir: resolve(settings.BACKUP_DIR) }),
    backupsKept: settings.BACKUPS_KEPT,
    newKeys: settings.NEW_KEYS === 'yes',
    ...(settings.DIRECT_LINE_SECRET !== undefined && { directLineSecret: settings.DIRECT_LINE_SECRET }),
    ...(settings.FACILITATOR_KEY !== undefined && { facilitatorKey: settings.FACILITATOR_KEY }),
    controller: {
      ...(settings.CONTROLLER_NAME !== undefined && { name: settings.CONTROLLER_NAME }),
      ...(settings.CONTROLLER_CONTACT !== undefined && { contact: settings.CONTROLLER_CONTACT }),
    },
    facilitators: settings.FACILITATORS,
    frameAncestors: settings.FRAME_ANCESTORS.split(/\s+/),
    ...(bot && { bot }),
    ...(organisation && { organisation }),
  };
}

function identity(settings: z.infer<typeof Settings>): Credentials | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = settings;
  if (appId === undefined || tenantId === undefined) return undefined;
  return password === undefined
    ? { kind: 'managed-identity', appId, tenantId }
    : { kind: 'single-tenant', appId, tenantId, password };
}

const named = ({ path, message }: z.core.$ZodIssue): Wrong => [String(path[0]), message];

function told([name, message]: Wrong): ConfigProblem {
  const remedy = Object.entries(remedies).find(([setting]) => setting === name)?.[1] ?? '';
  return { name, message: `${name} ${message}`, remedy };
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && `${search}${hash}${username}${password}` === '' && !/[?#]/.test(text);
}
