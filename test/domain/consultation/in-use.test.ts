import { describe, expect, test } from '@jest/globals';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { codeOf } from '#domain/consultation/code-of.ts';
import { inUse, type Uses } from '#domain/consultation/content/in-use.ts';
import { examines } from '#domain/participant/examining.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';

const [first] = catalogue.domains;
const [one, two] = first?.trajectories ?? [];

describe('a catalogue as a consultation uses it', () => {
  test('is the very same when nothing is chosen', () => {
    expect(cataloguesOf([catalogue]).of(newConsultation({ catalogue: catalogue.edition }))).toBe(catalogue);
  });

  test('has the trajectories that were chosen, in its own order, and every domain', () => {
    const used = inUse(catalogue, { trajectories: [two?.id ?? '', one?.id ?? '', 'gone'] });
    expect(used.domains.map(({ id }) => id)).toEqual(catalogue.domains.map(({ id }) => id));
    expect(used.domains.flatMap(({ trajectories }) => trajectories)).toEqual([one, two]);
    expect(used.text).toBe(catalogue.text);
  });

  test('is short or long by what each person is asked', () => {
    const sizes = (length: 'short' | 'usual' | 'long') =>
      inUse(catalogue, { length }).domains.map((domain) => [domain.questions.length, examines(domain)]);
    for (const [i, { questions, trajectories }] of catalogue.domains.entries()) {
      const asked = questions.filter(({ kind, visibleIf }) => kind !== 'text' && visibleIf === undefined);
      const most = (n: number) => Math.min(n, trajectories.length);
      expect(sizes('short')[i]).toEqual([Math.min(4, asked.length), most(3)]);
      expect(sizes('usual')[i]).toEqual([questions.length, most(4)]);
      expect(sizes('long')[i]).toEqual([questions.length, most(6)]);
    }
  });

  test('in short, asks everybody the same, by taps: what is left never grows', () => {
    for (const { questions } of inUse(catalogue, { length: 'short' }).domains)
      for (const { kind, visibleIf } of questions)
        expect([kind === 'text', visibleIf]).toEqual([false, undefined]);
  });

  test('speaks the chosen languages; one that no longer speaks any of them is taken whole', () => {
    expect(inUse(catalogue, { languages: ['en'] }).languages).toEqual(['en']);
    expect(inUse(catalogue, { languages: ['br'] }).languages).toEqual(catalogue.languages);
  });

  test('is made once for the same wishes', () => {
    const wishes: Uses = { trajectories: [one?.id ?? ''], length: 'short' };
    expect(inUse(catalogue, wishes)).toBe(inUse(catalogue, { ...wishes }));
  });
});

test.each([
  ['Demain à Bourg-Neuf', '', 'demain-a-bourg-neuf'],
  ['L’été — « 2035 »', '', 'l-ete-2035'],
  ['  ', '', 'c-consultation'],
  ['🌻', 'k7pq', 'c-k7pq'],
  ['Demain', 'k7pq', 'demain-k7pq'],
  ['x'.repeat(80), 'k7pq', `${'x'.repeat(35)}-k7pq`],
])('%j with the mark %j stands in an address as %s', (title, mark, code) => {
  expect(codeOf(title, mark)).toBe(code);
});

describe('a workshop’s own judgements', () => {
  const [from = '', row = {}] = Object.entries(catalogue.crossImpacts)[0] ?? [];
  const [to = ''] = Object.keys(row);
  const own = { [from]: { ...row, [to]: ((row[to] ?? 0) % 3) + 1 } };
  const its = newConsultation({ catalogue: catalogue.edition, crossImpacts: own });
  const all = cataloguesOf([catalogue]);

  test('take the place of the catalogue’s wherever the consultation is told', () => {
    expect(all.of(its).crossImpacts).toEqual(own);
    expect(all.of({ ...its })).toBe(all.of(its));
    for (const language of catalogue.languages) {
      const reasons = all.of(its).text[language]?.crossImpacts ?? {};
      expect(reasons[from]?.[to]).toBeUndefined();
      expect(all.of(its).text[language]?.trajectories).toEqual(catalogue.text[language]?.trajectories);
    }
  });

  test('leave the catalogue as it was written', () => {
    expect(all.asWritten(its)).toBe(catalogue);
  });
});
