import type { Scope } from '#domain/records/api-key.ts';
import type { Member } from '../admin/member.ts';
import { call } from '../app/call.ts';

type Answer = Awaited<ReturnType<typeof call>>;

/** Another program with a key. */
export interface Caller {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export function caller(url: string, token: string): Caller {
  const send: Caller['send'] = (method, path, body, headers = {}) =>
    call(`${url}/api${path}`, { method, token, body, headers: { 'accept-language': 'en', ...headers } });
  return { send, get: (path, headers) => send('GET', path, undefined, headers) };
}

/** Makes a key as an owner does, and reads it off the page. */
export async function keyOf(owner: Member, name: string, scopes: readonly Scope[]): Promise<string> {
  const { text } = await owner.post('/animation/acces/cles', { name, scopes }, '/animation/acces');
  const key = /value="(tr_[\w-]{43})"/.exec(text)?.[1];
  if (key === undefined) throw new Error(`No key on the page: ${text.slice(0, 2000)}`);
  return key;
}
