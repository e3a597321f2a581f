import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { minutesFile } from '#documents/report/minutes.ts';
import { type Minuted, minutesBlocks } from '#documents/report/minutes-blocks.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { languages, sampleWording } from '#test/wording/sample.ts';
import { pagesOf, readable } from './pdf-parts.ts';
import { textsOf } from './texts-of.ts';

const session: Minuted = {
  ...{ schema: 1, id: 's', version: 3, consultation: 'decouverte' },
  ...{ startedAt: '2026-11-23T17:00:00.000Z', endedAt: '2026-11-23T18:30:00.000Z' },
  rounds: [
    {
      ...{ id: 'a', state: 'closed', vote: 2 },
      subject: { kind: 'trajectory', trajectory: 'mobility-on-demand' },
      first: { shown: 'exact', n: 30, counts: [6, 4, 5, 9, 6] },
      second: { shown: 'near', n: 31 },
      movement: { shown: 'nothing' },
    },
    {
      ...{ id: 'b', state: 'closed', vote: 2 },
      subject: {
        kind: 'own',
        question: 'Un <essai> ?',
        labels: ['Non', 'Plutôt non', 'Bof', 'Plutôt oui', 'Oui'],
      },
      first: { shown: 'exact', n: 24, counts: [12, 0, 0, 12, 0] },
      second: { shown: 'exact', n: 24, counts: [0, 0, 0, 12, 12] },
      movement: {
        shown: 'sides',
        flows: [
          [0, 0, 12, 0],
          [0, 0, 0, 0],
          [0, 0, 12, 0],
          [0, 0, 0, 0],
        ],
      },
    },
    { id: 'c', state: 'closed', vote: 1, subject: { kind: 'trajectory', trajectory: 'mobility-on-demand' } },
  ],
  notes: [
    { id: '1', round: 'b', text: 'Essayer en <mars>', who: 'Service mobilité', when: 'mars 2027' },
    { id: '2', text: 'Se revoir' },
  ],
};

describe.each(languages)('the minutes in %s', (language) => {
  const wording = sampleWording(language);
  const texts = textsOf(minutesBlocks({ session, tables: [] }, wording, {})).join('\n');

  test('say what was asked, what was shown, what moved and what was decided, and nothing that was not shown', () => {
    for (const said of ['Un <essai> ?', 'Essayer en <mars>', 'Service mobilité', 'Se revoir'])
      expect(texts).toContain(said);
    expect(texts).toContain(wording.say('room.result.first', { n: 30 }));
    expect(texts).toContain(wording.say('room.result.near', { minGroup: wording.consultation.minGroup }));
    expect(texts).toContain(wording.say('room.minutes.unrevealed'));
    expect(texts).toContain(wording.say('room.movement.towards', { n: 12, label: 'Oui' }));
  });

  test('of a session in which nothing was asked say so', () => {
    const empty = textsOf(
      minutesBlocks({ session: { ...session, rounds: [], notes: [] }, tables: [] }, wording, {}),
    ).join('\n');
    expect(empty).toContain(wording.say('room.minutes.no-rounds'));
    expect(empty).toContain(wording.say('room.minutes.no-notes'));
  });

  test('leave as PDF and as Word, with the same words', async () => {
    const pdf = await minutesFile({ kind: 'minutes-pdf', session, tables: [] }, wording);
    expect(pagesOf(readable(pdf))).toBeGreaterThanOrEqual(1);
    const docx = unzipSync(await minutesFile({ kind: 'minutes-docx', session, tables: [] }, wording));
    const document = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('Essayer en &lt;mars&gt;');
    expect(document).toContain('Plutôt oui');
  }, 30_000);
});

test('what the tables of the workshop noted that day is told table by table', () => {
  const table: WorkshopResult = {
    ...{
      schema: 1,
      id: 'table',
      version: 1,
      consultation: 'x',
      at: '2026-11-23T10:00:00.000Z',
      by: 'breakout-table',
    },
    ...{ table: 'Table des commerçants', people: 6 },
    domains: {
      mobility: { kept: { 'mobility-local-shuttles': { condition: 'Le samedi aussi' } }, note: 'Qui paie ?' },
    },
    synergies: [{ helps: 'Les navettes', helped: 'Le marché' }],
  };
  const told = JSON.stringify(minutesBlocks({ session, tables: [table] }, sampleWording('fr'), {}));
  for (const words of ['Table des commerçants (6 personnes)', 'Le samedi aussi', 'Qui paie ?', 'Le marché'])
    expect(told).toContain(words);
});
