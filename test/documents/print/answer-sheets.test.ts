import { describe, expect, test } from '@jest/globals';
import { answerSheets } from '#documents/print/answer-sheets.ts';
import { sampleWording } from '#test/wording/sample.ts';
import type { Wording } from '#wording/wording.ts';
import { type PdfPage, readPdf, tagCounts } from './read-pdf.ts';
import { rightEdges } from './right-edges.ts';

const at = '2026-11-25T10:00:00.000Z';
const read = async (wording: Wording, numbers: readonly number[] = []) =>
  readPdf(await answerSheets({ wording, numbers, at, compress: false }));
const words = (pages: readonly PdfPage[]): string =>
  pages
    .flatMap(({ runs }) => runs.map(({ text }) => text.trim()))
    .join(' ')
    .replace(/\s+/g, ' ');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(['fr', 'en'])('an answer sheet in %s', (language) => {
  const wording = sampleWording(language);
  const made = read(wording);

  test('names each trajectory, with the whole scale beside it, and stays on its A4 pages', async () => {
    const { pages, source } = await made;
    const text = words(pages);
    const all = wording.catalogue.domains.flatMap(({ trajectories }) => trajectories);
    for (const { id } of all) expect(text).toContain(plain(wording.text.trajectories[id]?.title ?? id));
    const dontKnow = plain(wording.text.stances['dont-know']);
    expect(text.split(dontKnow)).toHaveLength(all.length + 1);
    const { roles, territories } = wording.catalogue;
    expect(tagCounts(source)).toMatchObject({
      ...{ H1: 1, H3: all.length, L: all.length + 2 },
      LI: 6 * all.length + roles.length + territories.length,
    });
    for (const page of pages) {
      expect([page.width, page.height, page.missing]).toEqual([595.28, 841.89, 0]);
      expect(page.unmarked).toEqual([]);
      for (const { run, right } of rightEdges(page.runs)) {
        expect([run.text, right < page.width - 35]).toEqual([run.text, true]);
        expect(run.y).toBeGreaterThan(14);
        expect(run.size).toBeGreaterThanOrEqual(8);
      }
    }
  });

  test('says who is responsible, for how long, and that no name is asked; sentences are set large', async () => {
    const { pages } = await made;
    const text = words(pages.slice(0, 1));
    expect(text).toContain(wording.consultation.controller.contact);
    expect(text).toContain(plain(wording.say('print.answers.no-name')));
    const large = pages.flatMap(({ runs }) => runs.filter(({ tag, size }) => tag === 'P' && size >= 11.5));
    expect(large.length).toBeGreaterThan(63);
  });
});

test.each([
  ['fr', 'Qui en répond : Mairie. N’écrivez'],
  ['en', 'Who is responsible: Mairie. Write'],
])(
  'in %s, a sheet of a consultation that names no contact ends its sentence all the same',
  async (language, said) => {
    const wording = sampleWording(language);
    const consultation = {
      ...wording.consultation,
      controller: { name: { fr: 'Mairie', en: 'Mairie' }, contact: '' },
    };
    const { pages } = await read({ ...wording, consultation });
    expect(words(pages.slice(0, 1))).toContain(said);
  },
);

test('numbered sheets bear their number on each of their pages, and count their pages alone', async () => {
  const wording = sampleWording('fr');
  const domains = wording.catalogue.domains.slice(0, 1);
  const { pages } = await read({ ...wording, catalogue: { ...wording.catalogue, domains } }, [7, 8, 9]);
  const each = pages.length / 3;
  expect(Number.isInteger(each)).toBe(true);
  pages.forEach((page, i) => {
    const text = words([page]);
    expect(text).toMatch(new RegExp(`n° ${7 + Math.floor(i / each)}\\b`));
    expect(text).toContain(`${(i % each) + 1} sur ${each}`);
  });
});

test('where a consultation asks for no words of one’s own, there is no line for them', async () => {
  const wording = sampleWording('fr');
  const domains = wording.catalogue.domains.map((one) => ({ ...one, questions: [] }));
  const remark = plain(wording.say('print.answers.remark'));
  expect(words((await read(wording)).pages)).toContain(remark);
  const { pages } = await read({ ...wording, catalogue: { ...wording.catalogue, domains } });
  expect(words(pages)).not.toContain(remark);
});
