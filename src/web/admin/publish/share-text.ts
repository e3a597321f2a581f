import { about } from '#cards/parts/about.ts';
import type { View } from '#cards/view.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';

/** A few lines to pass on, in the language of the view. */
export function shareText(
  view: View,
  { scenario }: Extract<GroupView, { state: 'released' }>,
  address: string,
): string {
  const { say } = view;
  const { title, territory, controller } = about(view);
  return [
    say('publishing.share.what', { title, territory }),
    say('publishing.share.who', { n: scenario.n }),
    `${say('publishing.share.where')} ${address}`,
    say('publishing.share.by', { controller }),
  ].join('\n');
}
