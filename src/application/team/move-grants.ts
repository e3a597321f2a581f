import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/**
 * What was opened to people and programs of a consultation goes with it to another code, or ends with it (`to` absent):
 * whoever takes its code later opens theirs to nobody of before.
 */
export async function moveGrants(store: Store, from: string, to?: string): Promise<void> {
  const moved = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([code, its]) =>
        code !== from ? [[code, its] as const] : to === undefined ? [] : [[to, its] as const],
      ),
    );
  const listed = (codes: readonly string[]): string[] =>
    codes.flatMap((code) => (code !== from ? [code] : to === undefined ? [] : [to]));

  for (const { id } of await allOf(store, 'account', ({ roles }) => Object.hasOwn(roles, from)))
    await store.update('account', id, (one) => one && { ...one, roles: moved(one.roles) });
  for (const { id } of await allOf(
    store,
    'sign-in-link',
    ({ to: it }) => it.who === 'new' && Object.hasOwn(it.roles, from),
  ))
    await store.update('sign-in-link', id, (one) =>
      one?.to.who === 'new' ? { ...one, to: { ...one.to, roles: moved(one.to.roles) } } : one,
    );
  for (const kind of ['api-key', 'hook'] as const)
    for (const { id } of await allOf(
      store,
      kind,
      ({ consultations }) => consultations?.includes(from) === true,
    ))
      await store.update(kind, id, (one) =>
        one?.consultations === undefined ? one : { ...one, consultations: listed(one.consultations) },
      );
  for (const { id } of await allOf(store, 'facilitator', ({ consultations }) => consultations.includes(from)))
    await store.update(
      'facilitator',
      id,
      (one) =>
        one && {
          ...one,
          consultations: listed(one.consultations),
          ...(one.by !== undefined && { by: moved(one.by) }),
        },
    );
}
