import { toldShift } from '#wording/results/told-shift.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';

/** What a second round moved: who looked again, what moved most clearly, both rounds in a table; nothing where there was none. */
export function shiftSection({ scenario, wording }: Result): readonly Block[] {
  const told = toldShift(scenario, wording);
  if (told === undefined) return [];
  const { title, people, lead, clearest, more, head, rows, notes } = told;
  return [
    heading(1, title),
    paragraph(people),
    paragraph(lead),
    ...(clearest.length === 0 ? [] : [list(clearest)]),
    ...(more === undefined ? [] : [paragraph(more)]),
    ...(rows.length === 0
      ? []
      : [
          { kind: 'table', title: wording.say('round.shift.table'), head, rows, widths } as const,
          ...notes.map(note),
        ]),
  ];
}

/** The title, both rounds, four counts of people, the shift with its interval. */
const widths = [5, 3, 3, 1.8, 3, 3, 2, 3.6] as const;
