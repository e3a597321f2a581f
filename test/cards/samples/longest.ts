import type { Catalogue, CatalogueText, Trajectory } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { longestText } from '#domain/participant/answer.ts';
import { type Ballot, longestRemark } from '#domain/participant/ballot.ts';
import { type languages, catalogue as real } from '#test/wording/sample.ts';
import { group, sampleTrajectory, scenario } from './group.ts';
import { samples } from './replies.ts';
import { dialogView, viewOf } from './view.ts';

/** The 63 trajectories of the method: ten or eleven a domain. */
const counts: Readonly<Record<DomainId, number>> = {
  buildings: 11,
  mobility: 11,
  commerce: 10,
  health: 11,
  learning: 10,
  production: 10,
};

const many = (domain: DomainId): Trajectory[] =>
  Array.from({ length: counts[domain] }, (_, i) => ({
    id: `${domain}-trajectory-${i + 1}`,
    domain,
    source: 'trajectoires',
    orientation: `${domain}-any`,
    territories: [],
    criteria: [],
    tags: [],
    signals: [],
  }));

/** Words of our own length: `n` characters, some of two bytes. */
const wordy = (n: number) => 'une évolution partagée à l’échelle du bassin de vie, '.repeat(20).slice(0, n);

function textOf(text: CatalogueText): CatalogueText {
  const ids = Object.keys(counts).flatMap((domain) => content(domain));
  const long = {
    title: wordy(90),
    summary: wordy(280),
    benefit: wordy(160),
    risk: wordy(160),
    example: wordy(160),
  };
  return { ...text, trajectories: Object.fromEntries(ids.map((id) => [id, long])) };
}

const content = (domain: string) =>
  longest.domains.find(({ id }) => id === domain)?.trajectories.map(({ id }) => id) ?? [];

/** The real questionnaires with 63 trajectories, each worded at length. */
const longest: Catalogue = {
  ...real,
  domains: real.domains.map((domain) => ({ ...domain, trajectories: many(domain.id) })),
};
const worded: Catalogue = {
  ...longest,
  text: Object.fromEntries(Object.entries(real.text).map(([language, text]) => [language, textOf(text)])),
};

export const longView = (language: (typeof languages)[number]) => viewOf(language, 'Action.Execute', worded);
export const longDialogView = (language: (typeof languages)[number]) => dialogView(language, worded);

const all = longest.domains.map(({ id }) => ({ domain: id, ids: content(id) }));
const beside = all.flatMap(({ ids }) => ids.map((trajectory) => ({ trajectory, n: 100_000, support: 0.63 })));
/** Signs of three bytes, two of which JSON writes with a backslash. */
const remark = '“«\\"語'.repeat(100);
const ballot: Ballot = {
  stance: 2,
  horizon: 'over-10',
  kept: true,
  benefits: ['resilience', 'openness'],
  condition: remark.slice(0, longestRemark),
  concern: remark.slice(0, longestRemark),
  shared: true,
};

/** The largest replies there can be. */
export const longReplies: Readonly<Record<string, Reply>> = {
  ...samples,
  'long-trajectory': {
    label: 'trajectory',
    trajectory: 'mobility-trajectory-1',
    domain: 'mobility',
    position: { index: 1, total: 4 },
    because: {
      question: 'mobility-hard',
      options: ['information', 'connections', 'timetables', 'cost', 'distance'],
    },
    given: ballot,
  },
  'long-text': {
    label: 'question',
    question: 'mobility-own-words',
    domain: 'mobility',
    position: { index: 6, total: 6 },
    given: { kind: 'text', value: '語'.repeat(longestText), shared: true },
  },
  'long-personal': {
    label: 'personal-scenario',
    beside,
    scenario: {
      links: [],
      domains: all.map(({ domain, ids }) => ({
        domain,
        examined: ids.length,
        kept: ids.map((trajectory) => ({ trajectory, ballot })),
        welcomed: [],
        undecided: [],
        unwelcome: [],
      })),
    },
  },
  'long-unkept': {
    label: 'personal-scenario',
    beside,
    scenario: {
      links: [],
      domains: all.map(({ domain, ids }) => ({
        domain,
        examined: ids.length,
        kept: [],
        welcomed: ids.slice(0, 4),
        undecided: ids.slice(4, 8),
        unwelcome: ids.slice(8),
      })),
    },
  },
  'long-group': {
    label: 'group-scenario',
    group: {
      ...group,
      state: 'released',
      kind: 'final',
      at: '2026-11-20T18:00:00Z',
      minGroup: 11,
      scenario: {
        ...scenario,
        n: 100_000,
        who: {
          roles: Object.fromEntries(real.roles.map((id, i) => [id, i % 2 === 0 ? 'few' : 12_345])),
          territories: Object.fromEntries(real.territories.map((id) => [id, 12_345])),
        },
        domains: all.map(({ domain, ids }) => ({
          domain,
          n: 99_999,
          trajectories: ids.map(sampleTrajectory),
        })),
      },
    },
    facilitator: true,
  },
  'long-changes': {
    label: 'help',
    of: 'changes',
    questions: longest.domains.flatMap(({ questions }) =>
      questions.map(({ id, kind }) =>
        kind === 'text'
          ? { question: id, answer: { kind, value: '語'.repeat(longestText) } }
          : { question: id, answer: { kind: 'dont-know' as const } },
      ),
    ),
    trajectories: all.flatMap(({ ids }) => ids),
  },
};
