import type { GroupView } from '#domain/results/group-scenario.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** A few lines to pass on, in the language of the view. */
export function shareText(
  view: Wording,
  { scenario }: Extract<GroupView, { state: 'released' }>,
  address: string,
): string {
  const { say } = view;
  const { title, territory, controller } = consultationNames(view);
  return [
    say('publishing.share.what', { title, territory }),
    say('publishing.share.who', { n: scenario.n }),
    `${say('publishing.share.where')} ${address}`,
    say('publishing.share.by', { controller }),
  ].join('\n');
}
