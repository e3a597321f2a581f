import type { Prompt } from '#domain/reply.ts';
import { listed, optionTitle, pointTitle, questionTitle, quoted } from './titles.ts';
import type { View } from './view.ts';

/** The answer that brought a trajectory, as the person gave it; the question beside a point, which alone says little. */
export function because(
  { because }: Extract<Prompt, { label: 'trajectory' }>,
  view: View,
): string | undefined {
  if (because === undefined) return undefined;
  const { question, options = [], point } = because;
  if (options.length > 0)
    return listed(
      view,
      options.map((id) => quoted(view, optionTitle(view, question, id))),
    );
  if (point === undefined) return undefined;
  const answer = quoted(view, pointTitle(view, question, point));
  return view.say('card.trajectory.point', { answer, question: quoted(view, questionTitle(view, question)) });
}
