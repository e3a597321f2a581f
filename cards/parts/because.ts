import type { Prompt } from '#domain/conversation/prompt.ts';
import { listed, optionTitle, pointTitle, questionTitle, quoted } from '#wording/titles.ts';
import type { View } from '../view.ts';

type Because = NonNullable<Extract<Prompt, { label: 'trajectory' }>['because']>;

/** Why a trajectory is shown, in the person's own words: what they answered, who they are, where they live. */
export function because(reason: Because | undefined, view: View): string | undefined {
  const { say, text } = view;
  if (reason === undefined) return undefined;
  if ('chosen' in reason) return say(`card.trajectory.${reason.chosen}`);
  if ('territory' in reason)
    return say('card.trajectory.lives', { territory: named(view, [reason.territory], text.territories) });
  if ('roles' in reason) return say('card.trajectory.is', { roles: named(view, reason.roles, text.roles) });
  const answer = answered(reason, view);
  return answer === undefined ? undefined : say('card.trajectory.because', { answer });
}

const named = (view: View, ids: readonly string[], titles: Readonly<Record<string, string>>): string =>
  listed(
    view,
    ids.map((id) => quoted(view, titles[id] ?? id)),
  );

/** The options chosen; or a point with its question, for it says little alone. */
function answered({ question, options = [], point }: Extract<Because, { question: string }>, view: View) {
  if (options.length > 0)
    return listed(
      view,
      options.map((id) => quoted(view, optionTitle(view, question, id))),
    );
  if (point === undefined) return undefined;
  const answer = quoted(view, pointTitle(view, question, point));
  return view.say('card.trajectory.point', { answer, question: quoted(view, questionTitle(view, question)) });
}
