import { domainIds } from '#domain/catalogue/domains.ts';
import { topics } from '#domain/conversation/asked.ts';
import { formProblems } from '#domain/conversation/codes.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import { Reply } from '#domain/conversation/reply.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { knownIn } from '#domain/results/group-scenario.ts';
import type { Participation } from '#domain/results/participation.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import type { Round } from '#domain/room/live-session.ts';
import { visionView } from '#scenario/vision.ts';
import { catalogue } from '#test/wording/sample.ts';
import { group } from './group.ts';

if (group.state !== 'released') throw new Error('the sample group has a result');
const { scenario: shownScenario, ...moment } = group;
const known = knownIn(shownScenario);

const shapes = Reply.options.flatMap((option) => ('shape' in option ? [option.shape] : []));
const notices = shapes.flatMap((shape) => ('about' in shape ? shape.about.options : []));
const retryReasons = shapes.flatMap((shape) => ('reason' in shape ? shape.reason.options : []));

const position = { index: 2, total: 6 };

export const ballot: Ballot = {
  stance: 2,
  horizon: '5-to-10',
  kept: true,
  benefits: ['quality-of-life', 'environment'],
  condition: 'Que le car passe aussi *le dimanche* et que ce soit simple.',
};

const trajectory = {
  label: 'trajectory',
  trajectory: 'mobility-connected-services',
  domain: 'mobility',
  position: { index: 1, total: 2 },
  because: { question: 'mobility-hard', options: ['connections', 'timetables'] },
} satisfies Prompt;

const multi = { label: 'question', question: 'mobility-hard', domain: 'mobility', position } satisfies Prompt;
const scale = {
  label: 'question',
  question: 'mobility-avoidable',
  domain: 'mobility',
  position: { index: 3, total: 6 },
} satisfies Prompt;

const beside = [{ trajectory: 'mobility-connected-services', n: 24, support: 0.75 }];

const personal: PersonalScenario = {
  links: [{ from: 'mobility-near', to: 'health-nearby', strength: 2 }],
  domains: [
    {
      domain: 'mobility',
      examined: 2,
      kept: [{ trajectory: 'mobility-connected-services', ballot }],
      welcomed: ['mobility-avoided'],
      undecided: [],
      unwelcome: [],
    },
    {
      domain: 'health',
      examined: 2,
      kept: [],
      welcomed: [],
      undecided: ['health-local-networks'],
      unwelcome: ['health-home-monitoring'],
    },
  ],
};

const half = [
  { domain: 'buildings', done: 9, total: 9 },
  { domain: 'mobility', done: 3, total: 9 },
  { domain: 'commerce', done: 0, total: 8 },
  { domain: 'health', done: 0, total: 9 },
  { domain: 'learning', done: 0, total: 8 },
  { domain: 'production', done: 0, total: 9 },
] satisfies Extract<Reply, { of: 'progress' }>['domains'];

const titles = [
  'mobility-connected-services',
  'mobility-avoided',
  'mobility-one-ticket',
  'mobility-on-demand',
  'mobility-known-paths',
  'mobility-driverless',
];

const standing: Participation = {
  took: 27,
  domains: domainIds.map((domain, i) => ({ domain, n: 27 - 3 * i })),
  roles: { elected: 'few', 'public-agent': 9, resident: 21, student: 'few' },
  devices: { phone: 18, computer: 8, teams: 1, other: 0, paper: 0 },
};

const facts = {
  stance: '1',
  horizon: 'under-5',
  kept: 1,
  code: 'M7K-2QF',
  domain: 'mobility',
  examined: 2,
  left: 7,
  answers: 14,
  ballots: 4,
  started: '2026-03-03T09:12:00Z',
  eraseAt: '2027-12-15T23:00:00.000Z',
  n: 27,
  needed: 3,
};

const asked: Round = {
  ...{ id: 'r', state: 'open', vote: 1 },
  subject: { kind: 'trajectory', trajectory: 'mobility-on-demand' },
};

/** One reply of every kind, as a conversation would hold it; by the name it has in the gallery. */
export const samples: Readonly<Record<string, Reply>> = {
  welcome: { label: 'welcome', facilitator: false },
  'welcome-facilitator': { label: 'welcome', facilitator: true },
  consent: { label: 'consent' },
  profile: { label: 'profile' },
  'profile-given': { label: 'profile', roles: ['elected', 'resident'], territory: 'small-town' },
  menu: { label: 'menu', of: 'progress', domains: half, next: 'mobility', facilitator: true },
  'menu-new': {
    label: 'menu',
    of: 'progress',
    domains: half.map((one) => ({ ...one, done: 0 })),
    next: 'buildings',
    facilitator: false,
  },
  'menu-done': {
    label: 'menu',
    of: 'progress',
    domains: half.map((one) => ({ ...one, done: one.total })),
    facilitator: false,
  },
  'question-choice': { label: 'question', question: 'mobility-daily', domain: 'mobility', position },
  'question-multi': { ...multi, given: { kind: 'multi', values: ['connections', 'cost'] } },
  'question-scale': { ...scale, given: { kind: 'scale', value: 4 } },
  'question-text': { label: 'question', question: 'mobility-own-words', domain: 'mobility', position },
  trajectory,
  'trajectory-given': { ...trajectory, because: { question: 'mobility-avoidable', point: 4 }, given: ballot },
  'trajectory-details': {
    ...trajectory,
    given: { stance: 1, kept: false, benefits: [] },
    details: true,
    left: 2,
  },
  'trajectory-role': { ...trajectory, because: { roles: ['elected', 'resident'] } },
  'trajectory-territory': { ...trajectory, because: { territory: 'urban-belt' } },
  'trajectory-little-examined': { ...trajectory, because: { chosen: 'little-examined' } },
  'trajectory-changed': { ...trajectory, because: { chosen: 'asked' }, given: ballot, changed: true },
  'question-changed': { ...scale, given: { kind: 'scale', value: 4 }, changed: true },
  titles: {
    label: 'menu',
    of: 'titles',
    domain: 'mobility',
    trajectories: titles.map((trajectory, i) => ({ trajectory, listed: i % 3 === 0 })),
  },
  'titles-all': {
    label: 'menu',
    of: 'titles',
    domain: 'mobility',
    trajectories: titles.map((trajectory) => ({ trajectory, listed: true })),
  },
  'personal-scenario': { label: 'personal-scenario', scenario: personal, beside, next: 'commerce' },
  'personal-scenario-done': { label: 'personal-scenario', scenario: personal, beside: [] },
  'group-scenario': { label: 'group-scenario', group, facilitator: true },
  'group-domain': { label: 'group-scenario', group, domain: 'mobility', facilitator: true },
  'shared-vision': { label: 'shared-vision', vision: visionView(group, catalogue) },
  'own-place': {
    label: 'own-place',
    group: moment,
    place: {
      near: { to: 'group', group: 0, alike: 4, of: 5 },
      shared: known
        .slice(0, 2)
        .map(({ trajectory, figures }) => ({ trajectory, side: 'for', n: figures.n, share: 0.8 })),
      apart: known
        .slice(2, 3)
        .map(({ trajectory, figures }) => ({ trajectory, side: 'against', n: figures.n, share: 1 })),
    },
  },
  'own-place-end': {
    label: 'own-place',
    group: moment,
    place: {
      near: { to: 'end', trajectory: known[0]?.trajectory ?? '', side: 'against', alike: 3, of: 3 },
      shared: [],
      apart: known.map(({ trajectory, figures }) => ({ trajectory, side: 'for', n: figures.n, share: 0.7 })),
    },
    next: 'health',
  },
  'own-place-nothing': { label: 'own-place', group: moment, place: { shared: [], apart: [] } },
  'own-place-waiting': {
    label: 'own-place',
    group: { state: 'waiting', minGroup: 5, needed: 3, until: 'end' },
  },
  'follow-up': { label: 'follow-up' },
  'second-look': {
    label: 'second-look',
    trajectory: 'mobility-connected-services',
    domain: 'mobility',
    given: -1,
    group: { kind: 'final', n: 27, support: 23 / 27, opposition: 1 / 27 },
    left: 3,
  },
  'second-look-change': {
    label: 'second-look',
    trajectory: 'mobility-connected-services',
    domain: 'mobility',
    given: 'dont-know',
    group: { kind: 'provisional', n: 25, support: 0.8, opposition: 0.1 },
    left: 0,
    change: true,
    why: 'Je n’avais pas vu *cela* ainsi.',
    shared: true,
  },
  'vision-none': { label: 'shared-vision', vision: { state: 'none', reason: 'too-few' } },
  'vision-waiting': {
    label: 'shared-vision',
    vision: { state: 'waiting', minGroup: 5, needed: 2 },
    next: 'health',
  },
  'group-waiting': {
    label: 'group-scenario',
    group: { state: 'waiting', minGroup: 5, needed: 3 },
    next: 'mobility',
    facilitator: false,
  },
  room: { label: 'room', state: 'open', session: 's', round: asked },
  'room-answered': { label: 'room', state: 'open', session: 's', round: { ...asked, vote: 2 }, mine: 1 },
  'room-late': { label: 'room', state: 'hidden', session: 's', round: asked, came: 'late' },
  'room-shown': {
    label: 'room',
    state: 'revealed',
    session: 's',
    round: {
      ...{ ...asked, state: 'revealed', vote: 2 },
      first: { shown: 'exact', n: 12, counts: [1, 2, 3, 4, 2] },
      second: { shown: 'near', n: 12 },
      movement: { shown: 'direction', stayed: 0, back: 0, forth: 12 },
    },
  },
  'room-own': {
    label: 'room',
    state: 'open',
    session: 's',
    round: {
      ...asked,
      subject: {
        kind: 'own',
        question: 'On y va ?',
        labels: ['Non', 'Plutôt non', 'Bof', 'Plutôt oui', 'Oui'],
      },
    },
  },
  help: { label: 'help', of: 'words', questions: [], trajectories: [] },
  changes: {
    label: 'help',
    of: 'changes',
    questions: [
      { question: 'mobility-daily', answer: { kind: 'choice', value: 'car-shared' } },
      { question: 'mobility-hard', answer: { kind: 'multi', values: ['connections', 'cost'] } },
      { question: 'mobility-avoidable', answer: { kind: 'dont-know' } },
      {
        question: 'mobility-own-words',
        answer: { kind: 'text', value: 'Aller au *marché* sans voiture {{DATE(2026-01-01T00:00:00Z)}}' },
      },
    ],
    trajectories: ['mobility-connected-services'],
  },
  'channel-help': { label: 'help', of: 'channel', questions: [], trajectories: [] },
  invitation: { label: 'invitation', took: 27, stage: 'open' },
  'invitation-mine': { label: 'invitation', took: 27, stage: 'open', mine: { done: 12, total: 54 } },
  'invitation-round': { label: 'invitation', took: 27, stage: 'open', round: true },
  'invitation-early': { label: 'invitation', took: 0, stage: 'early' },
  'invitation-closed': { label: 'invitation', took: 112, stage: 'closed' },
  form: {
    label: 'facilitation',
    of: 'form',
    code: 'k7p2',
    given: { domains: 'buildings,mobility', opens: '2026-11-25', language: 'fr', minGroup: '11' },
    problems: [],
  },
  'form-wrong': {
    label: 'facilitation',
    of: 'form',
    code: 'k7p2',
    given: { title: 'x', domains: '', closes: '2020-01-01', language: 'fr', minGroup: '11' },
    problems: [...formProblems],
  },
  standing: { label: 'facilitation', of: 'standing', standing, stage: 'open', channels: 2, gone: 1 },
  'standing-new': {
    label: 'facilitation',
    of: 'standing',
    standing: { took: 0, domains: [{ domain: 'mobility', n: 0 }], roles: { resident: 0 } },
    stage: 'early',
    channels: 0,
    gone: 0,
  },
  'standing-closed': {
    label: 'facilitation',
    of: 'standing',
    standing,
    stage: 'closed',
    channels: 1,
    gone: 0,
  },
  'desk-create': { label: 'facilitation', of: 'desk', opens: 'create' },
  'desk-progress': { label: 'facilitation', of: 'desk', opens: 'progress' },
  'desk-close': { label: 'facilitation', of: 'desk', opens: 'close' },
  closing: { label: 'confirmation', of: 'closing' },
  stale: { label: 'stale' },
  'entry-code': { label: 'entry-code' },
  proposal: { label: 'proposal', domain: 'mobility' },
  'proposal-again': {
    label: 'proposal',
    domain: 'mobility',
    given: { title: 'Des vélos', summary: 'La mairie prête des vélos.' },
    problems: [
      { field: 'summary', code: 'words', n: 41 },
      { field: 'risk', code: 'missing', n: 0 },
    ],
  },
  confirmation: { label: 'confirmation', of: 'erasing' },
  ...Object.fromEntries(
    notices.map((about) => [`notice-${about}`, { label: 'notice', about, facts } as const]),
  ),
  ...Object.fromEntries(
    topics.map((topic) => [
      `asked-${topic}`,
      {
        label: 'notice',
        about: 'asked',
        asked: { topic, term: 'open-data', at: 'question', left: 4, minutes: 2 },
      } as const,
    ]),
  ),
  'notice-described': {
    label: 'notice',
    about: 'understood',
    described: { roles: ['retired', 'citizen'], territory: 'rural-village' },
  },
  'notice-text-noted': {
    label: 'notice',
    about: 'text-noted',
    answered: {
      question: 'mobility-own-words',
      answer: { kind: 'text', value: 'Aller au *marché* sans voiture {{DATE(2026-01-01T00:00:00Z)}}' },
    },
  },
  'notice-ballot-noted': {
    label: 'notice',
    about: 'ballot-noted',
    facts: { stance: '2', horizon: '5-to-10', kept: 1 },
    cast: {
      trajectory: 'mobility-connected-services',
      ballot,
      remark: 'Ma mère de *83 ans* ne saura jamais s’en servir.',
    },
  },
  'notice-understood': {
    label: 'notice',
    about: 'understood',
    answered: { question: 'mobility-hard', answer: { kind: 'multi', values: ['connections', 'cost'] } },
  },
  ...Object.fromEntries(
    retryReasons.map((reason) => [
      `retry-${reason}`,
      { label: 'retry', reason, asked: multi, maySkip: false } as const,
    ]),
  ),
  'retry-ambiguous': {
    label: 'retry',
    reason: 'ambiguous',
    understood: ['connections', 'timetables'],
    asked: multi,
    maySkip: true,
  },
  'retry-not-a-stance': { label: 'retry', reason: 'not-a-stance', asked: trajectory, maySkip: true },
  'retry-choice': {
    label: 'retry',
    reason: 'denied',
    asked: { label: 'question', question: 'mobility-daily', domain: 'mobility', position },
    maySkip: false,
  },
  'retry-scale': { label: 'retry', reason: 'ambiguous', understood: ['2', '3'], asked: scale, maySkip: true },
  'retry-text': {
    label: 'retry',
    reason: 'too-long',
    asked: { label: 'question', question: 'mobility-own-words', domain: 'mobility', position },
    maySkip: false,
  },
  'retry-beside': {
    label: 'retry',
    reason: 'not-a-stance',
    understood: ['5-to-10'],
    beside: { horizon: '5-to-10', condition: 'que ce soit *gratuit*', concern: 'Trop *cher*.' },
    asked: trajectory,
    maySkip: false,
  },
  'retry-remark': {
    label: 'retry',
    reason: 'not-a-stance',
    beside: { remark: 'trop *cher* pour ma commune, qui manque de moyens' },
    asked: trajectory,
    maySkip: false,
  },
  'retry-moment': {
    label: 'retry',
    reason: 'ambiguous',
    understood: ['under-5', '5-to-10'],
    beside: { stance: 1 },
    asked: trajectory,
    maySkip: false,
  },
  'retry-menu': {
    label: 'retry',
    reason: 'hedged',
    understood: ['production'],
    asked: { label: 'menu', of: 'progress', domains: half, next: 'mobility', facilitator: false },
    maySkip: false,
  },
  'retry-titles': {
    label: 'retry',
    reason: 'not-a-choice',
    asked: {
      label: 'menu',
      of: 'titles',
      domain: 'mobility',
      trajectories: titles.map((trajectory, i) => ({ trajectory, listed: i % 3 === 0 })),
    },
    maySkip: false,
  },
  'retry-consent': { label: 'retry', reason: 'not-a-choice', asked: { label: 'consent' }, maySkip: false },
  'retry-profile': {
    label: 'retry',
    reason: 'ambiguous',
    understood: ['role:elected', 'territory:small-town'],
    asked: { label: 'profile' },
    maySkip: true,
  },
};
