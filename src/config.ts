import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Credentials } from '#channels/bot-framework/authentication/credentials.ts';
import type { MailSettings } from '#channels/mail/mailer.ts';
import type { Organisation } from '#web/admin/organisation/organisation.ts';
import { organisationOf, organisationProblems } from '#web/admin/organisation/settings.ts';
import { botOf, botProblems } from './config/bot.ts';
import { observabilityOf } from './config/observability.ts';
import { sameSecrets } from './config/same-secrets.ts';
import { type logLevels, type ProgramSettings, remedies, Settings } from './config/settings.ts';
import type { ObservabilitySettings } from './observability/observability.ts';

/** Every setting of the program, read once at the start. Folders are absolute. */
export interface Config extends ObservabilitySettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address listened on: `127.0.0.1` unless told; a container sets `0.0.0.0`. */
  readonly host: string;
  /** The proxies whose word on whom a request came from is taken: addresses, ranges, or words that stand for ranges. */
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  /** Where the other nodes of a database reach this one, without a final slash; absent: at this machine's own address. */
  readonly nodeAddress?: string;
  /** The PostgreSQL that records and keys are kept in; absent: they are kept in the data folder. */
  readonly database?: { readonly url: string; readonly pool: number };
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
  /** Absent: Bot Framework channels are answered on this machine alone, and there only while nobody else can reach it. */
  readonly bot?: Credentials;
  /** Absent: the facilitator's space opens to its own links alone. */
  readonly organisation?: Organisation;
  /** Absent: nothing is sent by e-mail. */
  readonly mail?: MailSettings;
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
    ...botProblems(given),
    ...sameSecrets(given),
    ...organisationProblems(given, read.data),
    ...mailProblems(given),
  ];
  if (!read.success || wrong.length > 0) return { problems: wrong.map(told) };
  return { config: composed(read.data) };
}

/** The one is of no use without the other. */
function mailProblems({ SMTP_URL, MAIL_FROM }: Readonly<Record<string, string>>): readonly Wrong[] {
  if ((SMTP_URL === undefined) === (MAIL_FROM === undefined)) return [];
  return [[SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM', 'is missing beside the other one']];
}

type Wrong = readonly [name: string, message: string];

function composed(settings: ProgramSettings): Config {
  const bot = botOf(settings);
  const organisation = organisationOf(settings);
  return {
    port: settings.PORT,
    host: settings.HOST,
    trustedProxies: settings.TRUSTED_PROXIES,
    dataDir: resolve(settings.DATA_DIR),
    ...(settings.NODE_ADDRESS !== undefined && { nodeAddress: settings.NODE_ADDRESS.replace(/\/+$/, '') }),
    ...(settings.DATABASE_URL !== undefined && {
      database: { url: settings.DATABASE_URL, pool: settings.DATABASE_POOL },
    }),
    ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL }),
    ...(settings.CATALOGUE_DIR !== undefined && { catalogueDir: resolve(settings.CATALOGUE_DIR) }),
    ...observabilityOf(settings),
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
    ...(settings.SMTP_URL !== undefined &&
      settings.MAIL_FROM !== undefined && { mail: { url: settings.SMTP_URL, from: settings.MAIL_FROM } }),
  };
}

const named = ({ path, message }: z.core.$ZodIssue): Wrong => [String(path[0]), message];

function told([name, message]: Wrong): ConfigProblem {
  const remedy = Object.entries(remedies).find(([setting]) => setting === name)?.[1] ?? '';
  return { name, message: `${name} ${message}`, remedy };
}
