import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { pptx } from '#documents/slides/pptx.ts';
import { slidesOf } from '#documents/slides/slides.ts';
import { languages } from '#test/wording/sample.ts';
import { describeOpening } from '../libre-office.ts';
import { sampleResult } from '../sample-result.ts';

const result = sampleResult('fr');
let made: Uint8Array = new Uint8Array();
beforeAll(async () => {
  made = await pptx(result);
}, 60_000);

const part = (name: string) => strFromU8(unzipSync(made)[name] ?? new Uint8Array());
const slide = (n: number) =>
  [...part(`ppt/slides/slide${n}.xml`).matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join('\n');

describe('the result as slides', () => {
  test('are five: who, what brings together, what divides or is set aside, what holds together, what to debate', () => {
    const names = Object.keys(unzipSync(made)).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(names).toHaveLength(5);
    expect(slide(1)).toContain('Résultat final, du 20 novembre 2026.');
    for (const [i, title] of ['Ce qui rassemble', 'Ce qui divise', 'Ce qui tient', 'Questions'].entries())
      expect(slide(i + 2)).toContain(title);
  });

  test('say what their picture shows, and their language', () => {
    expect(part('ppt/slides/slide2.xml')).toMatch(/descr="[^"]{40,}"/);
    expect(part('ppt/slides/slide2.xml')).toContain('lang="fr-FR"');
    expect(part('docProps/core.xml')).toContain('<dc:language>fr-FR</dc:language>');
  });

  test('are the same again, byte for byte', async () => {
    expect(Buffer.compare(await pptx(result), made)).toBe(0);
  }, 60_000);
});

describe.each(languages)('slides in %s', (language) => {
  test.each([6, 60, 400])('of %i people have at most five lines a list, in whole words', (people) => {
    const texts = slidesOf(sampleResult(language, { people })).flatMap((one) => {
      if (one.kind === 'opening') return [one.title, one.lead];
      for (const { items } of one.lists) expect(items.length).toBeLessThanOrEqual(6);
      return [
        one.title,
        ...one.lists.flatMap(({ items }) => items.flatMap(({ text, more }) => [text, ...more])),
      ];
    });
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|[{}]|!/);
  });

  test('of a provisional result say so, and draw tenths', () => {
    const [opening, ...others] = slidesOf(sampleResult(language, { kind: 'provisional' }));
    expect(opening).toMatchObject({
      lead: expect.stringMatching(/^(Résultat provisoire, du|Provisional result, of) /),
    });
    expect(JSON.stringify(others[0])).toMatch(/\d sur 10 ou plus pour|\d in 10 or more for/);
    for (const one of others) expect(JSON.stringify(one)).not.toMatch(/class=\\"interval|%/);
  });
});

describeOpening('result.pptx', 'pdf', async () => made);

test('where the group prefers other directions in several domains, its questions stand before the combination', () => {
  const result = sampleResult('fr', { people: 40 });
  const { vision } = result;
  if (vision.state !== 'composed') throw new Error('No vision is composed');
  const [domain] = vision.vision.domains;
  const [chosen] = vision.vision.best.orientations;
  if (domain === undefined || chosen === undefined) throw new Error('No domain has a direction');
  const apart = { domain, chosen, favourite: chosen, causes: [] };
  const of = { ...vision, vision: { ...vision.vision, tensions: [apart, apart, apart, apart] } };
  const slide = slidesOf({ ...result, vision: of })[3];
  expect(slide?.title).toBe('Une combinaison qui tient');
  const [first, second] = slide?.kind === 'lists' ? slide.lists : [];
  expect(first?.items.map(({ text }) => text.endsWith('?'))).toEqual([true, true, true]);
  expect(first?.more).toBe('Et un point de plus.');
  expect(second?.items).toHaveLength(vision.vision.domains.length);
});
