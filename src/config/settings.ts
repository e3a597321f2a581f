import { z } from 'zod';
import { organisationRemedies, organisationSettings } from '#web/admin/organisation/settings.ts';
import { isTrustable } from '#web/http/request/client-address.ts';
import { DatabaseUrl } from './database-url.ts';
import { MetricsSetting, tracesSettings } from './observability.ts';
import { PublicUrl } from './public-url.ts';
import { wholeNumber } from './whole-number.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What to do about each setting, told when it is wrong. */
export const remedies = {
  PORT: 'Give a port number from 0 to 65535 in digits, such as 3978, or leave it out.',
  HOST: 'Give an IP address or a host name of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for all.',
  TRUSTED_PROXIES:
    'Give the addresses or ranges of the proxies in front, such as 127.0.0.1 or 10.0.0.0/8, or the words loopback and uniquelocal, with commas between; leave it out without a proxy.',
  DATABASE_URL:
    'Give the address of a PostgreSQL database, such as postgres://user:password@db.example.org:5432/trajectoires, or leave it out: everything is then kept in files.',
  NODE_ADDRESS:
    'Give the address at which the other nodes reach this one, such as http://10.0.0.5:3978, or leave it out: it is this machine’s own.',
  DATABASE_POOL:
    'Give how many connections each server may open in digits, from 2 to 100, or leave it out for 10.',
  DATA_DIR: 'Give a folder that the program may write to, or leave it out for ./data.',
  PUBLIC_URL:
    'Give the address people type, such as https://trajectoires.example.org or https://www.example.org/consultation, with no query.',
  CATALOGUE_DIR:
    'Give the folder of a catalogue or of several, or leave it out for the one that comes with the program.',
  METRICS:
    'Give a port, such as 9464, for programs of this machine alone, or an address and a port, such as 0.0.0.0:9464; leave it out for no measures.',
  OTEL_TRACES_EXPORTER:
    'Give otlp or none, or leave it out: traces are then sent where an endpoint is given.',
  LOG_LEVEL: `Give one of ${logLevels.join(', ')}, or leave it out for info.`,
  DIRECT_LINE_SECRET: 'Give 32 characters or more, drawn at random, or leave it out: one is made and kept.',
  BACKUP_DIR: 'Give a folder that the program may write to, or leave it out for backups in DATA_DIR.',
  BACKUPS_KEPT: 'Give how many backups are kept in digits, from 1 to 30, or leave it out for 7.',
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
  SMTP_URL:
    'Give the server that takes letters, such as smtp://user:password@smtp.example.org:587, or leave it out: nothing is sent by e-mail.',
  MAIL_FROM:
    'Give the address that letters come from, such as consultation@ville.example.org, beside SMTP_URL.',
  ...organisationRemedies,
} as const;

const secret = z
  .string()
  .min(32, 'is shorter than 32 characters')
  .max(1000, 'is longer than 1000 characters')
  .regex(/^[\x21-\x7e]+$/, 'has characters that a header cannot carry');

export const Settings = z.object({
  PORT: wholeNumber(0, 65535).default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no address')
    .default('127.0.0.1'),
  TRUSTED_PROXIES: z
    .string()
    .transform(listed)
    .refine(
      (list) => list.every(isTrustable),
      'holds something that is no address, no range and no known word',
    )
    .default([]),
  DATABASE_URL: DatabaseUrl.optional(),
  NODE_ADDRESS: z.url({ protocol: /^http$/, error: 'is no http:// address' }).optional(),
  DATABASE_POOL: wholeNumber(2, 100).default(10),
  DATA_DIR: z.string().default('data'),
  PUBLIC_URL: PublicUrl.optional(),
  CATALOGUE_DIR: z.string().optional(),
  METRICS: MetricsSetting.optional(),
  ...tracesSettings,
  LOG_LEVEL: z.enum(logLevels, 'is no level').default('info'),
  DIRECT_LINE_SECRET: secret.optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUPS_KEPT: wholeNumber(1, 30).default(7),
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
    .transform(listed)
    .refine((ids) => ids.every((id) => z.guid().safeParse(id).success), 'holds something that is no GUID')
    .default([]),
  MicrosoftAppId: z.guid('is no GUID').optional(),
  MicrosoftAppTenantId: z.guid('is no GUID').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI'], 'is no kind of bot').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is no smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.email('is no e-mail address').optional(),
  ...organisationSettings,
});

/** The settings as they are read. */
export type ProgramSettings = z.infer<typeof Settings>;

/** The names of all settings, as an operator writes them. */
export const settingNames: readonly string[] = Object.keys(Settings.shape);

/** What is listed with commas, semicolons or spaces between, in small letters. */
function listed(text: string): readonly string[] {
  return text.toLowerCase().match(/[^\s,;]+/g) ?? [];
}
