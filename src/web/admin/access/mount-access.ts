import type { Hooks } from '#web/api/hooks/hooks.ts';
import type { ApiKeys } from '#web/api/keys.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin, Done } from '../admin.ts';
import { type Problems, summary } from '../fields.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { hookPart, newHook } from './hook-part.ts';
import { keyPart, newKey } from './key-part.ts';
import { readHook, readKey } from './read.ts';
import { toldOnce } from './told-once.ts';

export interface AccessParts {
  readonly keys: ApiKeys;
  readonly hooks: Hooks;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

const path = '/acces';
const here = `/animation${path}`;

/** What was sent, what is wrong with it, and what is told once. */
interface More {
  readonly top?: Html;
  readonly form?: Form;
  readonly problems?: Problems;
}

/** `/animation/acces`: the keys of the programming interface, and the addresses that are told of what happens. */
export function mountAccess(admin: Admin, parts: AccessParts): void {
  const { keys, hooks } = parts;
  const page = async (
    visit: Member,
    { top = html``, form, problems = {} }: More = {},
  ): Promise<AdminAnswer> => {
    const { say } = visit;
    const address = `${parts.publicUrl()}/api/openapi.json`;
    return {
      kind: 'page',
      title: say('access.title'),
      body: html`${top}${summary(problems, say('admin.problems'))}
<p class="lead">${say('access.lead')}</p>
${await keyPart(visit, keys, here)}${newKey(visit, here, form, problems)}
<p>${say('access.described')} <a href="/api/openapi.json">${address}</a></p>
${await hookPart(visit, hooks, here)}${newHook(visit, here, form, problems)}`,
      ...(Object.keys(problems).length > 0 && { status: 422 }),
    };
  };
  admin.page(path, 'owner', (visit) => page(visit));
  admin.act(`${path}/cles`, 'owner', async (visit, form): Promise<Done> => {
    const read = readKey(form, visit.say);
    if ('problems' in read) return page(visit, { form, problems: read.problems });
    const { name, scopes } = read;
    const key = await keys.make(name, scopes);
    const top = toldOnce(visit, { title: visit.say('access.key.made', { name }), secret: key });
    return { ...(await page(visit, { top })), wrote: { action: 'key-made', facts: { name } } };
  });
  admin.act(`${path}/cles/:id/retrait`, 'owner', async ({ params }): Promise<Done> => {
    const gone = await keys.remove(params.id ?? '');
    if (gone === undefined) return { kind: 'missing' };
    const wrote = { action: 'key-removed', facts: { name: gone.name } } as const;
    return { kind: 'to', path: here, said: 'key-removed', wrote };
  });
  admin.act(`${path}/signaux`, 'owner', async (visit, form): Promise<Done> => {
    const read = await readHook(form, visit.say);
    if ('problems' in read) return page(visit, { form, problems: read.problems });
    const { hook, secret } = await hooks.make(read.address, read.signals);
    const title = visit.say('access.hook.made', { name: hook.address });
    const top = toldOnce(visit, { title, secret, how: visit.say('access.hook.check') });
    return { ...(await page(visit, { top })), wrote: { action: 'hook-made', facts: { name: hook.address } } };
  });
  admin.act(`${path}/signaux/:id/essai`, 'owner', async ({ params }): Promise<Done> => {
    const hook = await hooks.test(params.id ?? '');
    return hook === undefined
      ? { kind: 'missing' }
      : { kind: 'to', path: `${here}?essai=${hook.id}#signal-${hook.id}` };
  });
  admin.act(`${path}/signaux/:id/retrait`, 'owner', async ({ params }): Promise<Done> => {
    const gone = await hooks.remove(params.id ?? '');
    if (gone === undefined) return { kind: 'missing' };
    const wrote = { action: 'hook-removed', facts: { name: gone.address } } as const;
    return { kind: 'to', path: here, said: 'hook-removed', wrote };
  });
}
