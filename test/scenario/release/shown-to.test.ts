import { describe, expect, test } from '@jest/globals';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { publicView, type Seen, shownToMany, shownToPerson } from '#scenario/release/shown-to.ts';

const [before, at, after] = [
  '2026-11-01T08:00:00.000Z',
  '2026-11-10T08:00:00.000Z',
  '2026-11-20T08:00:00.000Z',
];
const now = '2026-11-25T08:00:00.000Z';
const scenario = {
  n: 20,
  who: { roles: {}, territories: {} },
  opinion: { placed: 20, groups: [] },
  domains: (['mobility', 'health'] satisfies DomainId[]).map((domain) => ({
    ...{ domain, n: 20, trajectories: [] },
  })),
};
const provisional: GroupView = { state: 'released', kind: 'provisional', at, minGroup: 5, scenario };
const final: GroupView = { ...provisional, kind: 'final' };
const few: GroupView = { state: 'waiting', minGroup: 5, needed: 3 };
const open: Seen = { closed: false, opensAt: before };
const over: Seen = { ...open, closed: true };
const reopened: Seen = { ...open, final: { at, scenario }, publishedAt: at, reopenedAt: after };

/** What is seen, in short: the domains, or what is waited for. */
const told = (view: GroupView) =>
  view.state === 'waiting'
    ? (view.until ?? view.needed)
    : [view.kind, ...view.scenario.domains.map(({ domain }) => domain)];
const both = ['mobility', 'health'] as const;

describe('in a conversation of their own, people see', () => {
  test.each<[string, GroupView, Seen, readonly DomainId[], unknown]>([
    ['nothing before they finished a domain', provisional, open, [], 'answers'],
    ['the domains they finished', provisional, open, ['health'], ['provisional', 'health']],
    ['all, once all are finished', provisional, open, both, ['provisional', ...both]],
    ['how many are needed at least, while too few answered', few, open, both, 3],
    [
      'nothing that is for facilitators',
      provisional,
      { ...open, provisionalFor: 'facilitators' },
      both,
      'end',
    ],
    ['nor that it is still to come', few, { ...open, provisionalFor: 'facilitators' }, both, 'end'],
    [
      'it all the same once it is published',
      provisional,
      { ...open, provisionalFor: 'facilitators', publishedAt: at },
      both,
      ['provisional', ...both],
    ],
    [
      'nothing that was published before people were let answer again',
      provisional,
      { ...reopened, provisionalFor: 'facilitators' },
      both,
      'end',
    ],
    ['everything after the end, whoever they are', final, over, [], ['final', ...both]],
    [
      'and so where it was for nobody before',
      final,
      { ...over, provisionalFor: 'nobody' },
      [],
      ['final', ...both],
    ],
    [
      'of the final result of before, the domains they finished anew',
      final,
      reopened,
      ['health'],
      ['final', 'health'],
    ],
  ])('%s', (_, group, its, finished, seen) => {
    expect(told(shownToPerson(group, its, finished, now))).toEqual(seen);
  });

  test('no ways of seeing, which are told by trajectories of every domain', () => {
    const seen = shownToPerson(final, reopened, ['health'], now);
    expect(seen).toMatchObject({ only: 'answered', scenario: { n: 20 } });
    expect(seen).not.toHaveProperty('scenario.opinion');
    expect(shownToPerson(final, reopened, both, now)).not.toHaveProperty('only');
  });
});

describe('where many read at once, they see', () => {
  test.each<[string, GroupView, Seen, unknown]>([
    ['how many took part, before anything is published', provisional, open, 'publication'],
    ['what was published', provisional, { ...open, publishedAt: at }, ['provisional', ...both]],
    ['the final result of before, until another is published', provisional, reopened, ['final', ...both]],
    ['and that one, once it is', provisional, { ...reopened, publishedAt: now }, ['provisional', ...both]],
    ['the final result after the end', final, over, ['final', ...both]],
  ])('%s', (_, group, its, seen) => {
    expect(told(shownToMany(group, its, 12, now))).toEqual(seen);
  });

  test('how many took part beside what it waits for', () => {
    expect(shownToMany(few, open, 7, now)).toMatchObject({ until: 'publication', took: 7 });
    const nobody: GroupView = { ...few, until: 'end' };
    const published: Seen = { ...open, publishedAt: at, provisionalFor: 'nobody' };
    expect(shownToMany(nobody, published, 7, now)).toMatchObject({ until: 'end', took: 7 });
  });
});

test('anyone reads nothing before it is published, not even after the end', () => {
  expect(told(publicView(final, over))).toBe('publication');
  expect(told(publicView(final, { ...over, publishedAt: at }))).toEqual(['final', ...both]);
});
