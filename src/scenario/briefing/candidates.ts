import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { criteria, horizons } from '#domain/participant/ballot.ts';
import { type Figures, isKnown, type KnownTrajectory, type Opinion } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import type { BriefingFacts } from './facts.ts';
import type { DebateQuestion } from './question.ts';

type Known = KnownTrajectory & { readonly domain: DomainId };

/** Every question that the facts give, within each kind the most telling first. */
export function candidates(
  facts: BriefingFacts,
  vision: VisionView,
  catalogue: Pick<Catalogue, 'domains'>,
): readonly DebateQuestion[] {
  const known = facts.scenario.domains.flatMap(({ domain, trajectories }) =>
    trajectories.filter(isKnown).map((one): Known => ({ ...one, domain })),
  );
  const wished = known
    .filter(({ figures }) => figures.support.low > 1 / 2)
    .toSorted((a, b) => b.figures.support.low - a.figures.support.low);
  return [
    ...divided(facts, known),
    ...kept(wished),
    ...dated(wished),
    ...unknown(facts, known),
    ...benefits(known),
    ...unexamined(facts),
    ...together(vision, catalogue),
    ...plain(known, wished),
  ];
}

const support = ({ support, n }: Figures) => ({ share: support.share, n });
const opposition = ({ opposition, n }: Figures) => ({ share: opposition.share, n });
const about = ({ domain, trajectory }: Known) => ({ domain, trajectory });

/** What some wish for and others refuse, what one opinion group refuses, what nearly all refuse. */
function divided(
  { scenario, contested, refused }: BriefingFacts,
  known: readonly Known[],
): readonly DebateQuestion[] {
  const find = (trajectory: string) => known.filter((one) => one.trajectory === trajectory);
  return [
    ...contested
      .flatMap(({ trajectory }) => find(trajectory))
      .map((one) => ({
        kind: 'contested' as const,
        ...about(one),
        support: support(one.figures),
        opposition: opposition(one.figures),
      })),
    ...refusing(scenario.opinion?.groups ?? []).flatMap(({ trajectory, group, inside, outside }) =>
      find(trajectory).map((one) => ({
        kind: 'group-refuses' as const,
        ...about(one),
        group,
        inside,
        outside,
      })),
    ),
    ...refused
      .flatMap(({ trajectory }) => find(trajectory))
      .map((one) => ({ kind: 'set-aside' as const, ...about(one), opposition: opposition(one.figures) })),
  ];
}

/** What most of one opinion group refuse and fewer than half of the others: the widest gap first. */
const refusing = (groups: Opinion['groups']) =>
  groups
    .flatMap(({ typical }, group) => typical.map((one) => ({ ...one, group })))
    .filter(({ side, inside, outside }) => side === 'against' && inside > 1 / 2 && outside < 1 / 2)
    .toSorted((a, b) => b.inside - b.outside - (a.inside - a.outside));

/** Wished for by most, kept by less than a third of as many. */
function kept(wished: readonly Known[]): readonly DebateQuestion[] {
  return wished
    .filter(({ figures }) => figures.kept < figures.support.share / 3)
    .map((one) => ({
      kind: 'little-kept' as const,
      ...about(one),
      support: support(one.figures),
      kept: { share: one.figures.kept, n: one.figures.examined },
    }));
}

/** Steps between the quarters from which on expectations count as spread. */
const wide = 2;

/** Wished for by most, but late, or at very different times. */
function dated(wished: readonly Known[]): readonly DebateQuestion[] {
  return wished.flatMap((one): DebateQuestion[] => {
    const { horizon } = one.figures;
    if (horizon === undefined) return [];
    const { n, q1, median, q3 } = horizon;
    const isLate = horizons.indexOf(median) >= horizons.indexOf('over-10');
    if (isLate) return [{ kind: 'late', ...about(one), support: support(one.figures), median }];
    if (horizons.indexOf(q3) - horizons.indexOf(q1) < wide) return [];
    return [{ kind: 'spread', ...about(one), n, q1, q3 }];
  });
}

function unknown({ unknown: all }: BriefingFacts, known: readonly Known[]): readonly DebateQuestion[] {
  return all.flatMap(({ trajectory }) =>
    known
      .filter((one) => one.trajectory === trajectory)
      .map((one) => ({
        kind: 'unknown' as const,
        ...about(one),
        unsure: { share: one.figures.dontKnowRate, n: one.figures.examined },
      })),
  );
}

/** How often both are named at least, and how near they are to one another at most: shares of those who examined. */
const named = 0.2;
const near = 0.08;

/** What two different benefits are expected of; where they are named most often first. */
function benefits(known: readonly Known[]): readonly DebateQuestion[] {
  return known
    .flatMap((one): Extract<DebateQuestion, { kind: 'benefits' }>[] => {
      const { benefits: shares, examined: n } = one.figures;
      const [first, second] = criteria
        .map((id) => ({ id, share: shares[id] ?? 0 }))
        .toSorted((a, b) => b.share - a.share);
      if (first === undefined || second === undefined) return [];
      if (second.share < named || first.share - second.share > near) return [];
      const counted = [
        { share: first.share, n },
        { share: second.share, n },
      ] as const;
      return [{ kind: 'benefits', ...about(one), first: first.id, second: second.id, named: counted }];
    })
    .toSorted((a, b) => b.named[1].share - a.named[1].share);
}

/** What is asked when nothing more telling is left: of what most wish for, then of what is open. */
function plain(known: readonly Known[], wished: readonly Known[]): readonly DebateQuestion[] {
  const sides = ({ figures }: Known) => ({
    support: support(figures),
    opposition: opposition(figures),
  });
  return [
    ...wished.map((one) => ({ kind: 'agreed' as const, ...about(one), support: support(one.figures) })),
    ...known
      .filter((one) => one.class === 'open' && !wished.includes(one))
      .map((one) => ({ kind: 'undecided' as const, ...about(one), ...sides(one) })),
  ];
}

/** One of each domain, the emptiest domain first, then the others; a domain without any view gives one question. */
function unexamined({ unexamined: all }: BriefingFacts): readonly DebateQuestion[] {
  const asked = all.flatMap(({ domain, trajectories, of }) => {
    const whole = trajectories.length === of;
    return (whole ? trajectories.slice(0, 1) : trajectories).map((trajectory, place) => ({
      place,
      question: { kind: 'unexamined' as const, domain, trajectory, whole },
    }));
  });
  return asked.toSorted((a, b) => a.place - b.place).map(({ question }) => question);
}

/** What the directions that hold together give to talk over. */
function together(shown: VisionView, { domains }: Pick<Catalogue, 'domains'>): readonly DebateQuestion[] {
  if (shown.state !== 'composed') return [];
  const { tensions, synergies } = shown.vision;
  const domainOf = (orientation: string) =>
    domains.filter(({ orientations }) => orientations.includes(orientation)).map(({ id }) => id);
  return [
    ...tensions.map(({ domain, favourite, chosen }) => ({
      kind: 'tension' as const,
      domain,
      favourite,
      chosen,
    })),
    ...synergies.flatMap(({ from, to }) =>
      domainOf(from).map((domain) => ({ kind: 'synergy' as const, domain, from, to })),
    ),
  ];
}
