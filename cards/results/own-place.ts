import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { OwnPlace } from '#domain/results/own-place.ts';
import { placeLists, placeSentences } from '#wording/personal/own-place.ts';
import { resultState, waitingText } from '#wording/results/result-state.ts';
import { forward, groupBeside, myScenario, onward } from '../parts/actions.ts';
import { type Content, fitted, type Part } from '../parts/card.ts';
import { aside, heading, subheading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** Where somebody stands beside the group, for themselves alone; of each list, so many are named. */
export function ownPlace(reply: ReplyOf<'own-place'>, view: View): Rendered {
  return fitted(view, [5, 3, 1], (most) => draw(reply, most, view));
}

function draw({ group, place, next }: ReplyOf<'own-place'>, most: number, view: View): Content {
  const { say } = view;
  const title = say('own-place.heading');
  const told = place === undefined || group.state === 'waiting' ? [] : parts(place, group.kind, most, view);
  const [lead, ...why] = group.state === 'waiting' ? waitingText(group, view) : [say('own-place.lead')];
  const of = group.state === 'waiting' ? [] : [resultState(group, view)[0]];
  return {
    body: [
      heading(title),
      words(lead),
      ...why.map((line) => words(line, { isSubtle: true })),
      ...told.flatMap(({ body }) => body),
      ...of.map((line) => aside(line, { spacing: 'Large' })),
    ],
    actions: [
      onward(view, next, () => forward(view, say('button.group'), { act: 'word', word: 'group' })),
      ...groupBeside(view, next),
      ...myScenario(view),
    ],
    text: lines(title, lead, ...why, ...told.map(({ text }) => text), ...of),
    speak: lines(title, lead, ...why),
  };
}

function parts(place: OwnPlace, kind: ResultKind, most: number, view: View): readonly Part[] {
  return [
    ...placeSentences(place, view).map((line) => ({ body: [words(line, { weight: 'Bolder' })], text: line })),
    ...placeLists(place, kind, view).map((all) => list(all, most, view)),
  ];
}

function list(
  { title, lines: all }: { readonly title: string; readonly lines: readonly string[] },
  most: number,
  view: View,
): Part {
  const left = all.length - most;
  const said = [...all.slice(0, most), ...(left > 0 ? [view.say('own-place.more', { n: left })] : [])];
  return {
    body: [subheading(title), ...said.map((line) => words(line, { size: 'Small', spacing: 'Small' }))],
    text: lines(title, ...said),
  };
}
