import type { Movement, Subject } from '#domain/room/live-session.ts';
import type { Wording } from '../wording.ts';
import { pointLabels, sideLabels } from './subject.ts';

/** Flows as a table: where people stood down the side, where they stand along the top. */
export interface MovementTable {
  /** Of the places, those who answered once alone last. */
  readonly titles: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Nothing where the flows are not told. */
export function movementTable(
  movement: Movement,
  subject: Subject,
  wording: Wording,
): MovementTable | undefined {
  if (movement.shown !== 'points' && movement.shown !== 'sides') return undefined;
  const { say } = wording;
  const places = movement.shown === 'points' ? pointLabels(subject, wording) : sideLabels(subject, wording);
  const titles = [...places, say('room.movement.once')];
  const { flows } = movement;
  return {
    titles,
    head: [say('room.movement.from-to'), ...titles],
    rows: titles.map((title, i) => [title, ...(flows[i] ?? []).map(String)]),
  };
}

/** The same in sentences: how many kept their answer, and how many moved which way. */
export function movementTold(movement: Movement, subject: Subject, wording: Wording): readonly string[] {
  const { say, consultation } = wording;
  if (movement.shown === 'nothing')
    return [say('room.movement.nothing', { minGroup: consultation.minGroup })];
  const labels = pointLabels(subject, wording);
  const { stayed, back, forth } = movement.shown === 'direction' ? movement : directions(movement.flows);
  const stayedKey = movement.shown === 'sides' ? 'room.movement.stayed-side' : 'room.movement.stayed';
  return [
    say(stayedKey, { n: stayed }),
    say('room.movement.towards', { n: forth, label: labels.at(-1) ?? '' }),
    say('room.movement.towards', { n: back, label: labels[0] ?? '' }),
  ];
}

/** Of those who answered both times. */
function directions(flows: readonly (readonly number[])[]) {
  const size = flows.length - 1;
  const cells = flows
    .slice(0, size)
    .flatMap((row, from) => row.slice(0, size).map((n, to) => ({ n, turn: Math.sign(to - from) })));
  const of = (turn: number) => cells.reduce((all, cell) => all + (cell.turn === turn ? cell.n : 0), 0);
  return { stayed: of(0), back: of(-1), forth: of(1) };
}
