import { figuresIn, type GroupScenario, type Shift } from '#domain/results/group-scenario.ts';
import { spelled } from '#wording/numbers.ts';
import { percent } from '#wording/share.ts';
import { dated, leading, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { html } from '../pages/html.ts';
import { wideTable } from './figure.ts';
import type { PagePart } from './part.ts';

type Row = Shift['trajectories'][number];

/** What a second round moved: both rounds beside each other, and how far the same people went; nothing where there was none. */
export function shiftPart(scenario: GroupScenario, wording: Wording): PagePart | undefined {
  const { shift } = scenario;
  if (shift === undefined) return undefined;
  const { say } = wording;
  const title = say('round.shift.title');
  const after = figuresIn(scenario);
  const columns = ['trajectory', 'before', 'after', 'looked', 'for', 'against', 'same', 'shift'] as const;
  const table = {
    head: columns.map((column) => say(`round.shift.${column}`)),
    rows: shift.trajectories.map((row) => [
      trajectoryTitle(wording, row.trajectory),
      beforeOf(row, shift.first.kind, wording),
      afterOf(after.get(row.trajectory), wording),
      say('reading.people.number', { n: row.n }),
      ...movesOf(row, wording),
    ]),
  };
  const told =
    table.rows.length === 0
      ? html`<p>${say('round.shift.none')}</p>`
      : html`<p>${say('round.shift.lead')}</p>
<details><summary>${say('results.data')}</summary>${wideTable(title, table)}<p class="quiet">${say('round.shift.mean')}</p></details>`;
  return { id: 'second-tour', title, body: html`<p>${peopleLine(shift, wording)}</p>\n${told}` };
}

function peopleLine({ people: { n, moved }, first }: Shift, wording: Wording): string {
  const { say, consultation } = wording;
  const facts = { n, said: spelled(n, wording), kind: first.kind, day: dated(wording, first.at) };
  const who = leading(say('round.shift.people', facts), wording);
  const how =
    moved === undefined
      ? say('round.shift.unmoved', { minGroup: consultation.minGroup })
      : leading(say('round.shift.moved', { moved, said: spelled(moved, wording) }), wording);
  return `${who} ${how}`;
}

function beforeOf({ before }: Row, kind: Shift['first']['kind'], { say }: Wording): string {
  if (before === undefined) return say('round.shift.hidden');
  const share = percent(before.support);
  return kind === 'final'
    ? say('round.shift.share', { share, n: before.n })
    : say('round.shift.about', { share });
}

function afterOf(
  figures: { readonly n: number; readonly support: { readonly share: number } } | undefined,
  { say }: Wording,
): string {
  if (figures === undefined) return say('round.shift.hidden');
  return say('round.shift.share', { share: percent(figures.support.share), n: figures.n });
}

/** Counts of people, then the mean with its interval; all of them or none. */
function movesOf({ towards, mean }: Row, { say, language }: Wording): readonly string[] {
  if (towards === undefined || mean === undefined)
    return Array.from({ length: 4 }, () => say('round.shift.hidden'));
  const points = new Intl.NumberFormat(language, {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  } as const);
  // A minus sign, as the sentence below it has.
  const at = (value: number) => points.format(value).replace('-', '−');
  return [
    ...[towards.for, towards.against, towards.same].map((n) => say('reading.people.number', { n })),
    say('round.shift.margin', { value: at(mean.value), low: at(mean.low), high: at(mean.high) }),
  ];
}
