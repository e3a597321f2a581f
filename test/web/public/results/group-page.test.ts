import { describe, expect, test } from '@jest/globals';
import type { GroupView } from '#domain/results/group-view.ts';
import { coarseScenario } from '#scenario/group.ts';
import { visionView } from '#scenario/vision.ts';
import { groupPage } from '#web/public/results/group-page.ts';
import { sampleResult } from '../../../documents/sample-result.ts';
import { catalogue, languages } from '../../../wording/sample.ts';

const addresses = { base: '', style: '/style.css', icon: '/icon.svg' };
const chatting = { chat: 'https://ville.example/c/vallee', isOver: true };
const files = (language: string) => ({ at: 'https://ville.example/c/vallee/resultats/images', language });

function pageOf(language: string, people: number, kind: 'provisional' | 'final'): string {
  const { wording, scenario, at } = sampleResult(language, { people, minGroup: 11 });
  const { opinion: _, ...exact } = scenario;
  const group: GroupView = {
    ...{ state: 'released', kind, at, minGroup: 11 },
    scenario: kind === 'final' ? scenario : coarseScenario(exact, 11, () => 0),
  };
  return groupPage({
    shown: { group, vision: visionView(group, catalogue) },
    ...{ quotes: [], proposals: false, beside: 0, wording, addresses, files: files(language), ...chatting },
    address: 'https://ville.example/c/vallee/resultats',
  });
}

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found);
const textOf = (page: string) => page.replace(/^[\s\S]*<body>/, '').replace(/<[^>]+>/g, ' ');

describe.each(languages)('the page of results in %s', (language) => {
  test.each([20, 60, 500])('of %i people is read in order, every part a link away', (people) => {
    const page = pageOf(language, people, 'final');
    const ids = all(page, /<section id="([a-z-]+)" class="part">/g);
    expect(ids.slice(0, 4)).toEqual(['rassemble', 'divise', 'ecarte', 'inconnu']);
    const [, contents = ''] = /<nav class="contents[^>]*>([\s\S]*?)<\/nav>/.exec(page) ?? [];
    expect(all(contents, /href="#([a-z-]+)"/g)).toEqual(ids);
    const later = ['combinaison', 'domaines', 'phrases', 'methode', 'telecharger'];
    expect(ids.filter((id) => later.includes(id))).toEqual(later);
    const places = new Set(all(page, / id="([^"]+)"/g));
    for (const to of all(page, /href="#([^"]+)"/g)) expect([...places]).toContain(to);
  });

  test('brings together at most five in a line and a bar each, with their figures by tap or by keyboard', () => {
    const page = pageOf(language, 60, 'final');
    const [part = ''] = /<section id="rassemble"[\s\S]*?<\/section>/.exec(page) ?? [];
    expect(all(part, /<li>(<details>)<summary>/g)).toHaveLength(5);
    expect(all(part, /(<svg )/g)).toHaveLength(5);
    expect(all(part, /(<dl class="facts">)/g)).toHaveLength(5);
  });

  test('needs no script and no style of its own, and names every picture', () => {
    const page = pageOf(language, 60, 'final');
    expect(page).not.toMatch(/<script|<style| style=|undefined|NaN/);
    for (const svg of all(page, /(<svg [^>]*>)/g)) expect(svg).toMatch(/role="img" aria-label="[^"]+"|x="/);
    expect(all(page, /(<figure>)/g).length).toBeGreaterThanOrEqual(6);
    expect(all(page, /(<table>)/g)).toHaveLength(all(page, /(<figure>)/g).length);
    expect(all(page, /images\/[a-z-]+\.(svg|png)\?lang/g).length).toBeGreaterThanOrEqual(12);
  });

  test('is previewed where its address is shared', () => {
    const page = pageOf(language, 60, 'final');
    expect(page).toMatch(/<meta property="og:image" content="https:[^"]+\/rassemble\.png\?lang=/);
    expect(page).toMatch(/<meta property="og:description" content="[^"]*60 [^"]*"/);
  });

  test('while people answer, says no count, no share in per cent and no interval', () => {
    const text = textOf(pageOf(language, 60, 'provisional'));
    expect(text).not.toMatch(
      /%|compte tenu du nombre|given the number of views|\b60 people\b|\b60 personnes ont/,
    );
    expect(text).toMatch(/Résultat provisoire, du|Provisional result,? of/);
    expect(text).not.toMatch(
      /\d+ (contre|pour|entre les deux|against|for|in between)\b(?<!10 (contre|pour|against|for))/,
    );
  });
});

test('the page of a result that is spread out opens each of its sentences on its figures', () => {
  const { wording, scenario, at } = sampleResult('fr', { people: 60, minGroup: 11 });
  const typical = scenario.opinion?.groups[0]?.typical ?? [];
  const bins = [{ from: -2, to: 2, n: 58 }];
  const spread = { low: typical, high: typical, bins };
  const opinion = { placed: 58, shape: 'spread' as const, spread, groups: [] };
  const group: GroupView = {
    ...{ state: 'released', kind: 'final', at, minGroup: 11 },
    scenario: { ...scenario, opinion },
  };
  const shown = { group, vision: visionView(group, catalogue) };
  const page = textOf(
    groupPage({ shown, quotes: [], proposals: false, beside: 0, wording, addresses, ...chatting }),
  );
  expect(page).toMatch(/Les avis s’étalent de/);
  expect(page).toMatch(/personnes qui ont assez répondu\s*:\s*58/);
});

test('of a result that is read in the conversation alone, the page says where, after the end too', () => {
  const { wording } = sampleResult('fr', { people: 20, minGroup: 5 });
  const page = groupPage({
    shown: { group: undefined },
    quotes: [],
    proposals: false,
    beside: 0,
    wording,
    addresses,
    ...chatting,
  });
  expect(page).toContain('<a href="https://ville.example/c/vallee">Ouvrir la conversation</a>');
  expect(page).not.toContain('Donner mon avis');
});

test.each([true, false])(
  'what was decided of proposed trajectories is a link away, a result shown: %s',
  (isShown) => {
    const { wording, scenario, at } = sampleResult('fr', { people: 20, minGroup: 11 });
    const group: GroupView = { state: 'released', kind: 'final', at, minGroup: 11, scenario };
    const shown = isShown ? { group, vision: visionView(group, catalogue) } : ({ group: undefined } as const);
    const of = (proposals: boolean) =>
      groupPage({ shown, quotes: [], proposals, beside: 0, wording, addresses, ...chatting });
    expect(of(true)).toContain(`href="/c/${wording.consultation.id}/propositions.csv?lang=fr"`);
    expect(of(false)).not.toContain('propositions.csv');
  },
);
