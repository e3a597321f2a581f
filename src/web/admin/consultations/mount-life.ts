import { changeStage } from '#application/consultation/change-stage.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import { undoClosing } from '#application/consultation/reopen-consultation.ts';
import { endSecondRound } from '#application/consultation/second-round.ts';
import { takeBackOpening } from '#application/consultation/take-back-opening.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, refused } from '../visit.ts';
import { lifePaths } from './state.ts';

const said = { open: 'opened', close: 'closed', archive: 'archived', restore: 'restored' } as const;

/** A consultation opens, closes, is put away and taken out again, copied, or given up while it is a draft; its second round ends. */
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
            // Whoever has just opened it has people to bring.
            return { kind: 'to', path: change === 'open' ? `${path}/inviter` : path, said: said[change] };
          case 'unfit':
            return { kind: 'to', path };
          default:
            return { kind: outcome };
        }
      },
    );
  }
  for (const [path, use, told] of [
    [lifePaths.takeBack, takeBackOpening, 'taken-back'],
    [lifePaths.undo, undoClosing, 'undone'],
    [lifePaths.endRound, endSecondRound, 'round-ended'],
  ] as const)
    admin.actOf(
      `/c/:code/${path}`,
      path === lifePaths.undo ? 'owner' : 'facilitator',
      async ({ actor }, { id: code }) => {
        const { outcome } = await use(application, actor, { code });
        const to = { kind: 'to', path: `/animation/c/${code}` } as const;
        // Too late, or pressed twice: the page says where it is.
        if (outcome === 'unfit') return { ...to, said: 'too-late' };
        return outcome === 'done' ? { ...to, said: told } : refused(outcome);
      },
    );
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
