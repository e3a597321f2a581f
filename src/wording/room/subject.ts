import { type Stance, stances } from '#domain/participant/ballot.ts';
import type { Subject } from '#domain/room/live-session.ts';
import { trajectoryTitle, within } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** What the room is asked: the title of a trajectory, or the question as it was written. */
export const subjectTitle = (subject: Subject, wording: Wording): string =>
  subject.kind === 'own' ? subject.question : trajectoryTitle(wording, subject.trajectory);

/** How a point is called, from one end to the other. */
export const pointLabel = (subject: Subject, stance: Stance, { text }: Wording): string =>
  subject.kind === 'own' ? (subject.labels[stance + 2] ?? '') : text.stances[`${stance}`];

/** All five. */
export const pointLabels = (subject: Subject, wording: Wording): readonly string[] =>
  stances.map((stance) => pointLabel(subject, stance, wording));

/** The three sides that the points are told by when there are too few on each: both of one end, the middle, both of the other. */
export function sideLabels(subject: Subject, wording: Wording): readonly [string, string, string] {
  const [first = '', second = '', middle = '', fourth = '', last = ''] = pointLabels(subject, wording);
  const side = (end: string, next: string) => wording.say('room.side', { end, next: within(next, wording) });
  return [side(first, second), middle, side(last, fourth)];
}
