import { apiKeysOf } from '#application/access/api-keys.ts';
import { makeHook } from '#application/access/make-hook.ts';
import { makeKey } from '#application/access/make-key.ts';
import { removeHook } from '#application/access/remove-hook.ts';
import { removeKey } from '#application/access/remove-key.ts';
import { testHook } from '#application/access/test-hook.ts';
import { mayDo } from '#application/actor.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { hasProblems, type Problems, summary } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { placesOf, readReach } from '../reach.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { hookPart, newHook } from './hook-part.ts';
import { keyPart, newKey } from './key-part.ts';
import { HookForm, hookProblems, KeyForm, keyProblems } from './read.ts';

type AccessParts = Pick<AdminOptions, 'application' | 'hooks' | 'readAddress' | 'publicUrl'>;

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
  const { application, hooks } = parts;
  const page = async (
    visit: Member,
    { top = html``, form, problems = {} }: More = {},
  ): Promise<AdminAnswer> => {
    const { say, actor } = visit;
    const { store } = application;
    const places = await placesOf(store, visit, 'access:write');
    const fresh = { places, mayAll: mayDo(actor, 'access:write'), form, problems };
    const address = `${parts.publicUrl()}/api/openapi.json`;
    return {
      kind: 'page',
      title: say('access.title'),
      body: html`${top}${summary(problems, say('admin.problems'))}
<p class="lead">${say('access.lead')}</p>
${keyPart(visit, await apiKeysOf(store, actor), places, here)}${newKey(fresh, visit, here)}
<p>${say('access.described')} <a href="/api/openapi.json">${address}</a></p>
${await hookPart(visit, hooks, places, here)}${newHook(fresh, visit, here)}`,
      ...(hasProblems(problems) && { status: 422 }),
    };
  };
  admin.page(path, 'owner', (visit) => page(visit));
  admin.act(`${path}/cles`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const { say, actor } = visit;
    const given = form.read(KeyForm);
    if (given === undefined) return { kind: 'missing' };
    const made = await makeKey(application, actor, {
      ...given,
      consultations: readReach(form, 'consultations'),
    });
    switch (made.outcome) {
      case 'done': {
        const title = say('access.key.made', { name: made.name });
        return page(visit, { top: toldOnce(visit, { title, secret: made.key }) });
      }
      case 'invalid':
        return page(visit, { form, problems: keyProblems(made, say) });
      default:
        return { kind: made.outcome };
    }
  });
  admin.act(`${path}/cles/:id/retrait`, 'owner', async ({ params, actor }): Promise<AdminAnswer> => {
    const { outcome } = await removeKey(application, actor, { id: params.id ?? '' });
    return outcome === 'done' ? { kind: 'to', path: here, said: 'key-removed' } : { kind: outcome };
  });
  admin.act(`${path}/signaux`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const { say, actor } = visit;
    const given = form.read(HookForm);
    if (given === undefined) return { kind: 'missing' };
    const made = await makeHook({ ...application, ...parts }, actor, {
      ...given,
      consultations: readReach(form, 'sources'),
    });
    switch (made.outcome) {
      case 'done': {
        const { hook, secret } = made;
        const title = say('access.hook.made', { name: hook.address });
        return page(visit, { top: toldOnce(visit, { title, secret, how: say('access.hook.check') }) });
      }
      case 'invalid':
        return page(visit, { form, problems: hookProblems(made, say) });
      default:
        return { kind: made.outcome };
    }
  });
  admin.act(`${path}/signaux/:id/essai`, 'owner', async ({ params, actor }): Promise<AdminAnswer> => {
    const tested = await testHook({ hooks }, actor, { id: params.id ?? '' });
    if (tested.outcome !== 'done') return { kind: tested.outcome };
    return { kind: 'to', path: `${here}?essai=${tested.hook.id}#signal-${tested.hook.id}` };
  });
  admin.act(`${path}/signaux/:id/retrait`, 'owner', async ({ params, actor }): Promise<AdminAnswer> => {
    const { outcome } = await removeHook({ ...application, hooks }, actor, { id: params.id ?? '' });
    return outcome === 'done' ? { kind: 'to', path: here, said: 'hook-removed' } : { kind: outcome };
  });
}

interface Told {
  readonly title: string;
  readonly secret: string;
  readonly how?: string;
}

/** A secret, the only time it is shown. */
const toldOnce = ({ say }: Member, { title, secret, how }: Told): Html =>
  html`<section class="told" role="status"><h2>${title}</h2>
<p><input class="address" type="text" readonly value="${secret}" autocomplete="off" spellcheck="false" aria-label="${say('access.secret')}" data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"></p>
<p>${say('access.once')}</p>${how === undefined ? '' : html`<p>${how}</p>`}</section>`;
