import type { Store } from '#store/store.ts';
import type { Admin, Done } from '../admin.ts';
import { duplicate, pass, passages } from './passage.ts';
import { lifePaths } from './state.ts';

/** A consultation opens, closes, is put away and taken out again, copied, or given up while it is a draft. */
export function mountLife(admin: Admin, store: Store): void {
  for (const way of ['open', 'close', 'archive', 'restore'] as const) {
    const { did, said } = passages[way];
    admin.act(`/c/:code/${lifePaths[way]}`, 'facilitator', async ({ params, now }): Promise<Done> => {
      const code = params.code ?? '';
      const path = `/animation/c/${code}`;
      const { outcome } = await pass(code, now, passages[way], store);
      if (outcome === 'missing') return { kind: 'missing' };
      // Pressed twice, or by two people.
      if (outcome === 'unfit') return { kind: 'to', path };
      return { kind: 'to', path, said, wrote: { did, consultation: code } };
    });
  }
  admin.act(`/c/:code/${lifePaths.duplicate}`, 'facilitator', async ({ params, now, say }): Promise<Done> => {
    const model = await store.load('consultation', params.code ?? '');
    if (model === undefined) return { kind: 'missing' };
    const { id } = await duplicate(model, { now, say, store });
    const wrote = { did: 'duplicated', consultation: id } as const;
    return { kind: 'to', path: `/animation/c/${id}/reglages/about`, wrote };
  });
  admin.act(`/c/:code/${lifePaths.delete}`, 'facilitator', async ({ params }): Promise<Done> => {
    const given = await store.load('consultation', params.code ?? '');
    if (given?.draft === undefined) return { kind: 'missing' };
    await store.erase('consultation', given.id);
    const wrote = { did: 'deleted', consultation: given.id } as const;
    return { kind: 'to', path: '/animation', said: 'deleted', wrote };
  });
}
