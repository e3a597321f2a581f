import { z } from 'zod';
import { isAllowed } from './admission.ts';
import type { Organisation } from './organisation.ts';

const email = z.email();

const isDomain = (one: string): boolean => one.startsWith('@') && email.safeParse(`a${one}`).success;
const isEmail = (one: string): boolean => email.safeParse(one).success;

const list = (isOne: (one: string) => boolean, problem: string) =>
  z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .refine((all) => all.length > 0 && all.every(isOne), problem)
    .transform((all) => all.map((one) => one.toLowerCase()));

const yesOrNo = z.enum(['yes', 'no'], 'is neither yes nor no').transform((said) => said === 'yes');

/** The settings of the entry by an organisation's accounts, as the environment gives them. */
export const organisationSettings = {
  OIDC_ISSUER: z.string().refine(isIssuer, 'is no issuer that can be trusted').optional(),
  OIDC_CLIENT_ID: z.string().max(500, 'is longer than 500 characters').optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000, 'is longer than 1000 characters').optional(),
  OIDC_NAME: z.string().max(60, 'is longer than 60 characters').optional(),
  OIDC_ALLOWED: list(
    (one) => isEmail(one) || isDomain(one),
    'holds something that is neither an e-mail address nor an @domain',
  ).optional(),
  OIDC_OWNERS: list(isEmail, 'holds something that is no e-mail address').optional(),
  OIDC_SCOPES: z
    .string()
    .refine(asksEnough, 'does not hold both openid and email')
    .default('openid email profile'),
  OIDC_TRUST_EMAIL: yesOrNo.default(false),
  OIDC_PKCE: yesOrNo.default(true),
} as const;

/** What to do about each, told when it is wrong. */
export const organisationRemedies = {
  OIDC_ISSUER:
    "Copy the issuer from the provider's discovery document, without /.well-known: https://…, http on this machine alone, and a tenant of one's own at Entra ID.",
  OIDC_CLIENT_ID: 'Copy the client id that the provider gave, or leave out all OIDC settings.',
  OIDC_CLIENT_SECRET: 'Copy the client secret that the provider gave.',
  OIDC_NAME: 'Give the name people know it by, such as ProConnect: the button says it.',
  OIDC_ALLOWED:
    'Give who may come in: e-mail addresses or domains such as @mairie.example.org, with commas between.',
  OIDC_OWNERS: 'Give e-mail addresses that OIDC_ALLOWED lets in, with commas between, or leave it out.',
  OIDC_SCOPES: 'Give scopes with spaces between, openid and email among them, or leave it out.',
  OIDC_TRUST_EMAIL: 'Give yes when the provider does not say which addresses it verified, or leave it out.',
  OIDC_PKCE: 'Give no for a provider that refuses PKCE, such as ProConnect, or leave it out.',
} as const;

type Read = z.infer<z.ZodObject<typeof organisationSettings>>;
type Wrong = readonly [name: string, message: string];

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_ALLOWED'] as const;

/** What the settings lack of each other, and, once they could be read, what they say against each other. */
export function organisationProblems(
  given: Readonly<Record<string, string>>,
  read: Read | undefined,
): Wrong[] {
  if (!Object.keys(organisationSettings).some((name) => given[name] !== undefined)) return [];
  const absent = needed.filter((name) => given[name] === undefined);
  const { OIDC_ALLOWED: allowed, OIDC_OWNERS: owners = [] } = read ?? {};
  const isAtOdds = allowed !== undefined && !owners.every((one) => isAllowed(allowed, one));
  return [
    ...absent.map((name) => [name, 'is missing beside the other OIDC settings'] as const),
    ...(isAtOdds ? [['OIDC_OWNERS', 'holds an address that OIDC_ALLOWED does not let in'] as const] : []),
  ];
}

/** The organisation whose accounts open the space, if there is one. */
export function organisationOf(read: Read): Organisation | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  const { OIDC_NAME: name, OIDC_ALLOWED: allowed, OIDC_OWNERS: owners = [] } = read;
  if (!issuer || !clientId || !clientSecret || !name || !allowed) return undefined;
  return {
    ...{ issuer, clientId, clientSecret, name, allowed, owners },
    scopes: read.OIDC_SCOPES,
    trustsEmail: read.OIDC_TRUST_EMAIL,
    pkce: read.OIDC_PKCE,
  };
}

function asksEnough(scopes: string): boolean {
  const asked = scopes.split(' ');
  return asked.includes('openid') && asked.includes('email') && asked.every((one) => /^[\w.:/-]+$/.test(one));
}

/** Entra's shared addresses answer for every tenant, and so for anybody's word about their own e-mail address. */
const shared = /^\/(common|organizations|consumers)(\/|$)/i;

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  const isBare = `${search}${hash}${username}${password}` === '' && !/[?#]/.test(text);
  const isOfAll = hostname === 'login.microsoftonline.com' && shared.test(pathname);
  return isSecure && isBare && !isOfAll && !text.includes('/.well-known/');
}

/** Nobody listens between this machine and itself. */
const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
