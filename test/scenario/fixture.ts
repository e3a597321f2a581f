import type { Catalogue, CatalogueText, Trajectory } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';

const none: CatalogueText = {
  title: '',
  description: '',
  orientations: {},
  crossImpacts: {},
  domains: {},
  questions: {},
  trajectories: {},
  roles: {},
  territories: {},
  stances: { '-2': '', '-1': '', '0': '', '1': '', '2': '', 'dont-know': '' },
  horizons: { now: '', 'under-5': '', '5-to-10': '', 'over-10': '', never: '', 'dont-know': '' },
  criteria: {
    'quality-of-life': '',
    environment: '',
    jobs: '',
    performance: '',
    resilience: '',
    openness: '',
  },
};

const trajectory = (domain: DomainId, id: string): Trajectory => ({
  id,
  domain,
  source: 'trajectoires',
  orientation: `${domain}-any`,
  territories: [],
  criteria: [],
  tags: [],
  signals: [],
});

/** Two domains: three trajectories in mobility (m1..m3), two in health (h1, h2). */
export const catalogue: Catalogue = {
  id: 'sample',
  version: '1',
  edition: 'sample@1+0',
  prints: {},
  crossImpacts: {},
  languages: ['fr'],
  packs: [],
  roles: ['elected', 'shopkeeper', 'resident'],
  territories: ['town', 'village'],
  domains: [
    {
      id: 'mobility',
      themes: [],
      orientations: ['mobility-any'],
      questions: [],
      trajectories: ['m1', 'm2', 'm3'].map((id) => trajectory('mobility', id)),
    },
    {
      id: 'health',
      themes: [],
      orientations: ['health-any'],
      questions: [],
      trajectories: ['h1', 'h2'].map((id) => trajectory('health', id)),
    },
  ],
  text: { fr: none },
};

const leaning: Readonly<Record<string, string>> = {
  m1: 'near',
  m2: 'far',
  m3: 'far',
  h1: 'home',
  h2: 'away',
};

/** The same where mobility may go `near` (m1) or `far` (m2, m3), health `home` (h1) or `away` (h2). */
export const judgedCatalogue = (crossImpacts: Catalogue['crossImpacts']): Catalogue => ({
  ...catalogue,
  crossImpacts,
  domains: catalogue.domains.map((domain) => ({
    ...domain,
    orientations: domain.id === 'mobility' ? ['near', 'far'] : ['home', 'away'],
    trajectories: domain.trajectories.map((one) => ({ ...one, orientation: leaning[one.id] ?? '' })),
  })),
});

/** Near goes with home, far with away. */
export const nearWithHome: Catalogue['crossImpacts'] = {
  near: { home: 3, away: -3 },
  far: { home: -2, away: 2 },
  home: { near: 2, far: -2 },
  away: { near: -1, far: 1 },
};

export const ballot = (stance: Ballot['stance'], more: Partial<Ballot> = {}): Ballot => ({
  stance,
  kept: false,
  benefits: [],
  ...more,
});

/** Day `day` of a month, at noon. */
export const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;

export function person(
  id: string,
  ballots: Participant['ballots'],
  more: Partial<Participant> = {},
): Participant {
  return {
    schema: 1,
    id,
    consultation: 'sample',
    version: 1,
    catalogue: 'sample@1',
    language: 'fr',
    seed: 1,
    traces: [],
    consent: { at: at(1) },
    answers: {},
    ballots,
    tries: 0,
    handled: [],
    startedAt: at(1),
    updatedAt: at(1),
    castAt: at(1),
    ...more,
  };
}
