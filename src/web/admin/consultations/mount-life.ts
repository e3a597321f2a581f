import { changeStage } from '#application/consultation/change-stage.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, refused } from '../visit.ts';
import { lifePaths } from './state.ts';

const said = { open: 'opened', close: 'closed', archive: 'archived', restore: 'restored' } as const;

/** A consultation opens, closes, is put away and taken out again, copied, or given up while it is a draft. */
export function mountLife(admin: Admin, application: ApplicationParts): void {
  for (const change of ['open', 'close', 'archive', 'restore'] as const) {
    admin.act(
      `/c/:code/${lifePaths[change]}`,
      'facilitator',
      async ({ params, actor }): Promise<AdminAnswer> => {
        const code = params.code ?? '';
        const path = `/animation/c/${code}`;
        const { outcome } = await changeStage(application, actor, { code, change });
        switch (outcome) {
          case 'done':
            return { kind: 'to', path, said: said[change] };
          case 'unfit':
            return { kind: 'to', path };
          default:
            return { kind: outcome };
        }
      },
    );
  }
  admin.act(
    `/c/:code/${lifePaths.duplicate}`,
    'facilitator',
    async ({ params, actor, say }): Promise<AdminAnswer> => {
      const title = (of: string) => say('admin.life.copy', { title: of });
      const done = await duplicateConsultation(application, actor, { code: params.code ?? '', title });
      return done.outcome === 'done'
        ? { kind: 'to', path: `/animation/c/${done.consultation.id}/reglages/about` }
        : { kind: done.outcome };
    },
  );
  admin.act(
    `/c/:code/${lifePaths.delete}`,
    'facilitator',
    async ({ params, actor }): Promise<AdminAnswer> => {
      const { outcome } = await deleteDraft(application, actor, { code: params.code ?? '' });
      return outcome === 'done' ? { kind: 'to', path: '/animation', said: 'deleted' } : refused(outcome);
    },
  );
}
