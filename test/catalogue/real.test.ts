import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { countWords } from '#catalogue/wording.ts';
import type { Catalogue, CatalogueText, Domain } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { fold } from '#domain/conversation/fold.ts';
import { catalogueFolder } from './workbench.ts';

const loaded = loadCatalogue(catalogueFolder);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
const { catalogue } = loaded;
const languages = ['fr', 'en'];

describe('the catalogue', () => {
  test('speaks French first, and English', () => {
    expect(catalogue.languages).toEqual(languages);
  });

  test('asks about the six domains and holds 63 trajectories, ten or eleven in each', () => {
    expect(catalogue.domains.map(({ id }) => id)).toEqual([...domainIds]);
    const counts = catalogue.domains.map(({ trajectories }) => trajectories.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(63);
    for (const count of counts) expect([10, 11]).toContain(count);
  });

  test('says whose each is: two of the 2015 presentation a domain, first; the others are ours', () => {
    for (const { trajectories } of catalogue.domains) {
      const [first, second, ...others] = trajectories.map(({ source }) => source);
      expect([first, second]).toEqual(['presentation-2015', 'presentation-2015']);
      expect(new Set(others)).toEqual(new Set(['trajectoires']));
    }
  });

  test('spans seven to nine themes a domain, in three orientations of three trajectories at least', () => {
    for (const { themes, orientations, trajectories } of catalogue.domains) {
      expect(themes.length).toBeGreaterThanOrEqual(7);
      expect(orientations).toHaveLength(3);
      for (const { tags } of trajectories) expect(themes.some((theme) => tags.includes(theme))).toBe(true);
      for (const id of orientations) {
        const leaning = trajectories.filter(({ orientation }) => orientation === id);
        expect({ id, leaning: leaning.length >= 3 }).toEqual({ id, leaning: true });
      }
    }
  });

  test('speaks to every role and every kind of territory', () => {
    const all = catalogue.domains.flatMap(({ trajectories }) => trajectories);
    expect(new Set(all.flatMap(({ territories }) => territories))).toEqual(new Set(catalogue.territories));
    const roles = all.flatMap(({ signals }) =>
      signals.flatMap(({ when }) => ('roles' in when ? when.roles : [])),
    );
    expect(new Set(roles)).toEqual(new Set(catalogue.roles));
  });

  test('has five to seven questions a domain, of all four kinds, one of them conditional', () => {
    for (const { questions } of catalogue.domains) {
      expect(questions.length).toBeGreaterThanOrEqual(5);
      expect(questions.length).toBeLessThanOrEqual(7);
      expect(new Set(questions.map(({ kind }) => kind))).toEqual(
        new Set(['choice', 'multi', 'scale', 'text']),
      );
      expect(questions.some(({ visibleIf }) => visibleIf)).toBe(true);
    }
  });

  test('has a text for everything, and for nothing else', () => {
    for (const language of languages) {
      const text = textIn(language);
      expect(Object.keys(text.roles)).toEqual([...catalogue.roles]);
      expect(Object.keys(text.territories)).toEqual([...catalogue.territories]);
      expect(Object.keys(text.questions)).toEqual(
        catalogue.domains.flatMap(({ questions }) => questions.map(({ id }) => id)),
      );
      const told = catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
      expect(Object.keys(text.trajectories)).toEqual(told);
    }
  });

  test('keeps ids short enough for a card to send them all at once', () => {
    expect(catalogue.roles.join(',').length).toBeLessThanOrEqual(500);
    for (const { questions, trajectories } of catalogue.domains) {
      for (const { id } of [...questions, ...trajectories]) expect(id.length).toBeLessThanOrEqual(80);
    }
  });
});

describe.each(languages)('the wording in %s', (language) => {
  const text = textIn(language);

  test.each(domainIds)('of the questionnaire on %s is read aloud in 90 seconds', (id) => {
    const wordsPerMinute = 160;
    const domain = domainOf(catalogue, id);
    const seconds = (countWords(spoken(domain, text).join(' ')) / wordsPerMinute) * 60;
    expect(seconds).toBeLessThanOrEqual(90);
  });

  test('keeps titles under 70 characters, summaries under 40 words, benefits and risks under 20', () => {
    for (const { title, summary, benefit, risk, example } of Object.values(text.trajectories)) {
      expect(title.length).toBeLessThanOrEqual(70);
      expect(countWords(summary)).toBeLessThanOrEqual(40);
      expect(countWords(benefit)).toBeLessThanOrEqual(20);
      expect(countWords(risk)).toBeLessThanOrEqual(20);
      expect(countWords(example)).toBeLessThanOrEqual(30);
    }
  });

  test('has sentences of at most 20 words, calm ones', () => {
    const sentences = everyText(text).flatMap((it) => it.split(/(?<=[.?…])\s+/));
    expect(sentences.filter((sentence) => countWords(sentence) > 20)).toEqual([]);
    expect(sentences.filter((sentence) => sentence.includes('!'))).toEqual([]);
  });

  test('says how many answers each question takes', () => {
    const most = {
      fr: { 2: 'Deux', 3: 'Trois', any: 'Plusieurs' },
      en: { 2: 'Two', 3: 'Three', any: 'Several' },
    };
    const multi = catalogue.domains.flatMap(({ questions }) =>
      questions.flatMap((it) => (it.kind === 'multi' ? [it] : [])),
    );
    for (const { id, max = 'any' } of multi) {
      const said = Object.entries(most[language as 'fr' | 'en']).find(([number]) => number === String(max));
      expect(`${id}: ${text.questions[id]?.hint}`).toMatch(`${id}: ${said?.[1]} `);
    }
  });

  test('describes each orientation in two sentences', () => {
    for (const [id, { description }] of Object.entries(text.orientations)) {
      expect(`${id}: ${description.split(/(?<=[.?])\s+/).length}`).toBe(`${id}: 2`);
    }
  });

  test('never says the same of two trajectories', () => {
    for (const part of ['title', 'summary', 'benefit', 'risk', 'example'] as const) {
      const said = Object.values(text.trajectories).map((it) => fold(it[part]));
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test('weighs a benefit and a risk alike', () => {
    const total = (of: 'benefit' | 'risk') =>
      Object.values(text.trajectories).reduce((sum, it) => sum + countWords(it[of]), 0);
    expect(total('risk') / total('benefit')).toBeLessThan(1.5);
    expect(total('benefit') / total('risk')).toBeLessThan(1.5);
  });

  test('never offers two options that read the same, nor one that reads as a word of command', () => {
    const { phrases } = spokenPhrases();
    for (const labels of labelSets(text)) {
      const folded = labels.map(fold);
      expect(new Set(folded).size).toBe(folded.length);
      expect(folded.filter((label) => phrases.words.has(label))).toEqual([]);
    }
  });

  test('is set with typographic apostrophes and the spaces of its language', () => {
    const all = everyText(text).join('\n');
    expect(all).not.toMatch(/'|\.\.\.|"/);
    if (language === 'fr') expect(all).not.toMatch(/[^\u00a0][;!?»]| :/);
  });
});

test('catalogue and phrases load in a blink once the process is warm', () => {
  const times = [1, 2, 3, 4, 5].map(() => {
    const from = process.cpuUsage();
    loadCatalogue(catalogueFolder);
    loadPhrases(catalogueFolder);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  // Milliseconds of CPU, a quarter of what a start may take: machines differ by half from one day to the next.
  expect(Math.min(...times)).toBeLessThan(400);
});

function textIn(language: string): CatalogueText {
  const text = catalogue.text[language];
  if (text === undefined) throw new Error(`No text in ${language}`);
  return text;
}

function domainOf({ domains }: Catalogue, id: string): Domain {
  const domain = domains.find((it) => it.id === id);
  if (domain === undefined) throw new Error(`No domain ${id}`);
  return domain;
}

/** All that is read of a questionnaire by someone who is asked everything. */
function spoken(domain: Domain, text: CatalogueText): string[] {
  const asked = domain.questions.flatMap(({ id }) => {
    const { title = '', hint = '', options = {}, points = [] } = text.questions[id] ?? {};
    return [title, hint, ...Object.values(options), ...points];
  });
  const { title = '', description = '' } = text.domains[domain.id] ?? {};
  return [title, description, ...asked];
}

function labelSets(text: CatalogueText): string[][] {
  const { roles, territories, stances, horizons, criteria } = text;
  const profile = { ...roles, ...territories };
  const asked = Object.values(text.questions).flatMap(({ options, points }) => [options ?? {}, points ?? []]);
  return [profile, stances, horizons, criteria, ...asked].map((labels) => Object.values(labels));
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
}

function spokenPhrases() {
  const spoken = loadPhrases(catalogueFolder);
  if ('problems' in spoken) throw new Error(JSON.stringify(spoken.problems, null, 2));
  return spoken;
}
