import { type Running, removeFolder, running } from '#test/http/app/running.ts';
import { entering, type Member, member, readable } from '../member.ts';
import { type Accounts, accounts, type Holder, type How } from './accounts.ts';
import { type Browser, browser, type Place } from './browser.ts';

export const start = '/animation/organisation';
export const returning = `${start}/retour`;
export const team = '/animation/equipe';

/** Who may come in, and who of them is an owner. */
export const lists = { OIDC_ALLOWED: '@val.example', OIDC_OWNERS: 'claire@val.example' };
export const claire = { sub: '1', name: 'Claire Martin', email: 'Claire@val.example', email_verified: true };
export const karim = { sub: '2', name: 'Karim Benali', email: 'karim@val.example', email_verified: true };

/** The program and the accounts that open its space. */
export interface Town {
  readonly app: Running;
  readonly accounts: Accounts;
  /** Somebody presses the button, signs in there, and comes back, with a browser of their own. */
  comes(
    holder: Holder | undefined,
    vers?: string,
  ): Promise<Place & { said: string; member: Member; one: Browser }>;
  /** Whether these cookies open the space. */
  isIn(cookie: string): Promise<boolean>;
  /** The journal, as the operator reads it. */
  journal(): Promise<string>;
  stop(): Promise<void>;
}

export async function town(
  settings: Readonly<Record<string, string>> = lists,
  how: How | 'silent' = {},
): Promise<Town> {
  const theirs = await accounts();
  const app = await running(undefined, { ...theirs.settings, ...settings });
  if (how !== 'silent') theirs.open(app.url, how);
  let operator: Member | undefined;
  return {
    app,
    accounts: theirs,
    async comes(holder, vers = '') {
      theirs.binding(holder);
      const one = browser();
      const place = await one.open(`${app.url}${start}?${new URLSearchParams({ vers })}`);
      return { ...place, said: readable(place.text), member: member(app.url, one.cookies(app.url)), one };
    },
    async isIn(cookie) {
      const asked = await fetch(`${app.url}${team}`, { redirect: 'manual', headers: { cookie } });
      return asked.status === 200;
    },
    async journal() {
      operator ??= await entering(app.spaceLink);
      return (await operator.get('/animation/journal.csv')).text;
    },
    async stop() {
      await app.stop();
      theirs.stop();
      await removeFolder(app.dataDir);
    },
  };
}
