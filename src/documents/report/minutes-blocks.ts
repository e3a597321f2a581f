import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import type { LiveSession, RoomNote, Round, VoteResult } from '#domain/room/live-session.ts';
import { movementTable, movementTold } from '#wording/room/movement.ts';
import { noteLine } from '#wording/room/note-line.ts';
import { voteLines } from '#wording/room/shown.ts';
import { pointLabels, subjectTitle } from '#wording/room/subject.ts';
import { consultationNames, leading, spokenDate } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { NamedLogo } from '../pdf/logo.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';
import { tablesBlocks } from './tables-blocks.ts';

/** A session as its minutes tell it. */
export type Minuted = Omit<LiveSession, 'secret'>;

/** What was asked, what the room answered as far as it was shown, and what it decided. */
export function minutesBlocks(
  { session, tables }: { readonly session: Minuted; readonly tables: readonly WorkshopResult[] },
  wording: Wording,
  logo: { readonly logo?: NamedLogo },
): readonly Block[] {
  const { say } = wording;
  const { rounds, notes } = session;
  return [
    titled(session, wording, logo),
    ...decisions(notes, wording),
    heading(1, say('room.minutes.rounds')),
    ...(rounds.length === 0 ? [paragraph(say('room.minutes.no-rounds'))] : []),
    ...rounds.flatMap((round, i) => roundBlocks(round, i, notes, wording)),
    ...tablesBlocks(tables, wording),
    heading(1, say('room.minutes.how')),
    paragraph(say('room.minutes.once')),
    paragraph(say('room.minutes.rule', { minGroup: wording.consultation.minGroup })),
    paragraph(say('room.minutes.nobody')),
  ];
}

function titled(
  { startedAt, endedAt, rounds }: Minuted,
  wording: Wording,
  logo: { readonly logo?: NamedLogo },
): Block {
  const { say, language, consultation } = wording;
  const { title, territory } = consultationNames(wording);
  const moment = (iso: string, style: { dateStyle?: 'long'; timeStyle?: 'short' }) =>
    spokenDate(iso, language, style, consultation.timeZone);
  const from = moment(startedAt, { timeStyle: 'short' });
  const when =
    endedAt === undefined
      ? say('room.minutes.since', { from })
      : say('room.minutes.from-to', { from, to: moment(endedAt, { timeStyle: 'short' }) });
  const most = Math.max(0, ...rounds.flatMap(({ first, second }) => [first?.n ?? 0, second?.n ?? 0]));
  const facts = [
    { name: say('report.facts.territory'), value: leading(territory, wording) },
    { name: say('room.minutes.day'), value: leading(moment(startedAt, { dateStyle: 'long' }), wording) },
    { name: say('room.minutes.hours'), value: leading(when, wording) },
    { name: say('room.minutes.people'), value: leading(say('room.minutes.devices', { n: most }), wording) },
  ];
  return { kind: 'title', text: title, lead: say('room.minutes.lead'), facts, ...logo };
}

/** All of them first: they are what most readers look for. */
function decisions(notes: readonly RoomNote[], wording: Wording): readonly Block[] {
  const { say } = wording;
  const title = heading(1, say('room.notes.title'));
  if (notes.length === 0) return [title, paragraph(say('room.minutes.no-notes'))];
  const head = (['what', 'who', 'when'] as const).map((key) => say(`room.minutes.${key}`));
  const rows = notes.map(({ text, who = '', when = '' }) => [text, who, when]);
  return [title, table(say('room.notes.title'), head, rows)];
}

function roundBlocks(
  round: Round,
  i: number,
  notes: readonly RoomNote[],
  wording: Wording,
): readonly Block[] {
  const { say, text } = wording;
  const { subject, first, second, movement } = round;
  const title = say('room.minutes.round', { n: i + 1, title: subjectTitle(subject, wording) });
  const summary = subject.kind === 'trajectory' ? text.trajectories[subject.trajectory]?.summary : undefined;
  const mine = notes.filter((one) => one.round === round.id);
  return [
    heading(2, title),
    ...(summary === undefined ? [] : [paragraph(summary)]),
    ...(first === undefined ? [note(say('room.minutes.unrevealed'))] : []),
    ...results(round, wording),
    ...(second === undefined || movement === undefined ? [] : moved(movement, round, wording)),
    ...(mine.length === 0
      ? []
      : [paragraph(say('room.minutes.decided')), list(mine.map((one) => noteLine(one, wording)))]),
  ];
}

/** Both votes side by side, as far as each was shown. */
function results({ subject, first, second }: Round, wording: Wording): readonly Block[] {
  const { say } = wording;
  const votes = [
    { which: 'first', result: first } as const,
    { which: 'second', result: second } as const,
  ].flatMap(({ which, result }) => (result === undefined ? [] : [{ which, result }]));
  const told = votes.filter((one) => one.result.shown === 'exact');
  const hidden = votes.filter((one) => one.result.shown !== 'exact');
  const cells = (i: number) => told.map(({ result }) => countIn(result, i));
  const rows = pointLabels(subject, wording).map((label, i) => [label, ...cells(i)]);
  const head = [
    say('room.minutes.answer'),
    ...told.map(({ which, result }) => say(`room.result.${which}`, { n: result.n })),
  ];
  return [
    ...(told.length === 0 ? [] : [table(subjectTitle(subject, wording), head, rows)]),
    ...hidden.map(({ which, result }) => paragraph(voteLines(which, result, { subject }, wording).join(' '))),
  ];
}

const countIn = (result: VoteResult, i: number): string =>
  result.shown === 'exact' ? String(result.counts[i] ?? 0) : '';

function moved(
  movement: NonNullable<Round['movement']>,
  { subject }: Round,
  wording: Wording,
): readonly Block[] {
  const flows = movementTable(movement, subject, wording);
  const { say } = wording;
  return [
    paragraph([say('room.minutes.moved'), ...movementTold(movement, subject, wording)].join(' ')),
    ...(flows === undefined ? [] : [table(say('room.movement.label'), flows.head, flows.rows)]),
  ];
}

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  ...{ kind: 'table', title, head, rows, widths: head.map((_, i) => (i === 0 ? 3 : 2)) },
});
