import { describe, expect, test } from '@jest/globals';
import { sharedVision } from '#cards/results/shared-vision.ts';
import { report } from '#documents/report/outline.ts';
import type { Result } from '#documents/result.ts';
import { slidesOf } from '#documents/slides/slides.ts';
import { json } from '#documents/tables/json/json.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { ReleasedView } from '#domain/results/group-view.ts';
import { visionView } from '#scenario/vision.ts';
import { viewOf } from '#test/cards/samples/view.ts';
import { textsOf } from '#test/documents/report/texts-of.ts';
import { sampleResult } from '#test/documents/sample-result.ts';
import { catalogue } from '#test/wording/sample.ts';
import { slides } from '#web/admin/projection-screen/slides.ts';
import { groupPage } from '#web/public/results/group-page.ts';
import type { Wording } from '#wording/wording.ts';

const catalogues = cataloguesOf([catalogue]);

/** What the catalogue says helps hinders here, and the other way round. */
const crossImpacts = Object.fromEntries(
  Object.entries(catalogue.crossImpacts).map(([from, row]) => [
    from,
    Object.fromEntries(Object.entries(row).map(([to, strength]) => [to, -strength])),
  ]),
);

/** A result of a consultation whose workshop judged for itself, or did not. */
function resultOf(language: string, has: 'own judgements' | 'none'): Result {
  const { wording, ...result } = sampleResult(language);
  const consultation = { ...wording.consultation, ...(has === 'own judgements' && { crossImpacts }) };
  const its = catalogues.of(consultation);
  const told: Wording = {
    ...wording,
    consultation,
    catalogue: its,
    text: its.text[language] ?? wording.text,
  };
  return { ...result, wording: told, vision: visionView(groupOf(result), its) };
}

const groupOf = ({ kind, at, scenario }: Pick<Result, 'kind' | 'at' | 'scenario'>): ReleasedView => ({
  ...{ state: 'released', kind, at, scenario },
  minGroup: 5,
});

/** Everything that is read in each of the ways in which a result is told. */
function waysOf(result: Result): Readonly<Record<string, string>> {
  const { wording, vision, scenario } = result;
  const group = groupOf(result);
  const view = { ...viewOf(wording.language), ...wording };
  const page = groupPage({
    ...{ shown: { group, vision }, quotes: [], proposals: false, beside: 0, wording },
    addresses: { base: '', style: '/style.css', icon: '/icon.svg' },
    ...{ chat: 'https://x.example/c/x', isOver: true },
  });
  const live = { texts: {}, shares: {}, result: '' };
  const screen = slides({ view: wording, phase: 'closed', address: 'https://x.example', live, group });
  return {
    page: page.slice(page.indexOf('id="combinaison"'), page.indexOf('id="domaines"')),
    projection: screen
      .filter(({ id }) => id.startsWith('vision'))
      .map(({ body }) => body.html)
      .join(' '),
    card: sharedVision({ label: 'shared-vision', vision }, view).text,
    report: textsOf(report({ ...result, scenario })).join('\n'),
    slides: JSON.stringify(slidesOf(result)[3]),
  };
}

describe.each(['fr', 'en'])('a workshop’s own judgements in %s', (language) => {
  const [own, given] = [resultOf(language, 'own judgements'), resultOf(language, 'none')];
  const chosen = ({ vision, wording }: Result) =>
    vision.state === 'composed'
      ? vision.vision.best.orientations.map((id) => wording.text.orientations[id]?.title ?? id)
      : [];
  const [theirs, catalogues] = [chosen(own), chosen(given)];

  test('give another vision than the catalogue’s', () => {
    expect(theirs.length).toBeGreaterThan(1);
    expect(theirs).not.toEqual(catalogues);
  });

  test.each(Object.keys(waysOf(own)))('are those of the %s', (way) => {
    const read = waysOf(own)[way] ?? '';
    for (const title of theirs) expect(read.replaceAll('&#39;', '’')).toContain(title);
    const whose = language === 'fr' ? 'jugements du catalogue' : 'the catalogue’s judgements';
    if (way !== 'projection') expect(read).not.toContain(whose);
  });

  test('leave no reason that speaks of another strength', () => {
    const reasons = Object.values(catalogue.text[language]?.crossImpacts ?? {}).flatMap((row) =>
      Object.values(row),
    );
    const read = waysOf(own).report ?? '';
    expect(reasons.filter((reason) => read.includes(reason))).toEqual([]);
    expect(reasons.filter((reason) => (waysOf(given).report ?? '').includes(reason)).length).toBeGreaterThan(
      3,
    );
  });

  test('are named as such in the data', () => {
    const whose = (result: Result) => JSON.parse(new TextDecoder().decode(json(result))).vision.judgements;
    expect([whose(own), whose(given)]).toEqual(['workshop', 'catalogue']);
  });
});
