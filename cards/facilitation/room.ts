import type { ReplyOf } from '#domain/conversation/reply.ts';
import { stances } from '#domain/participant/ballot.ts';
import { shownLines } from '#wording/room/shown.ts';
import { pointLabel, subjectTitle } from '#wording/room/subject.ts';
import { beside } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { type Action, aside, eyebrow, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

type Room = ReplyOf<'room'>;

/** What a room is asked, for those who follow it from a channel: five buttons, then what the room was shown. Never who. */
export function room(reply: Room, view: View): Rendered {
  const { say, text } = view;
  const { round, state } = reply;
  const title = subjectTitle(round.subject, view);
  const summary =
    round.subject.kind === 'trajectory' ? text.trajectories[round.subject.trajectory]?.summary : undefined;
  const how = state === 'open' ? say('room.card.how') : undefined;
  const results = state === 'revealed' || state === 'closed' ? shownLines(round, view) : [];
  return card(view, {
    body: [
      eyebrow(say('room.begin.title')),
      heading(title),
      ...(summary === undefined ? [] : [words(summary)]),
      words(stood(reply, view), { weight: 'Bolder' }),
      ...results.map((line) => words(line, { spacing: 'Small' })),
      ...(how === undefined ? [] : [aside(how)]),
    ],
    actions: state === 'open' ? buttons(reply, view) : [],
    text: lines(title, summary, stood(reply, view), ...results, how),
  });
}

/** Where it stands; for somebody who has just answered, what became of it. */
function stood({ state, round, mine, came }: Room, view: View): string {
  const { say } = view;
  if (came !== undefined) return say(`room.phone.said.${came}`);
  if (mine !== undefined) return say('room.phone.kept', { label: pointLabel(round.subject, mine, view) });
  return state === 'open' && round.vote === 2 ? say('room.phone.open.second') : say(`room.state.${state}`);
}

/** One press each; they may press another as long as the vote is open. */
const buttons = ({ session, round }: Room, view: View): readonly Action[] =>
  stances.map((stance) =>
    beside(view, pointLabel(round.subject, stance, view), {
      ...{ act: 'room', session, round: round.id, vote: round.vote, stance },
    }),
  );
