import {
  type GroupScenario,
  type GroupTrajectory,
  type KnownTrajectory,
  knownIn,
  type Opinion,
  trajectoryClasses,
} from '#domain/results/group-scenario.ts';

/** What the group wishes for, the clearest first. */
export const commonGround = (scenario: GroupScenario): readonly KnownTrajectory[] =>
  ofClass(scenario, 'common-ground').toSorted((a, b) => b.figures.support.low - a.figures.support.low);

/** What the group does not want, the clearest first. */
export const setAside = (scenario: GroupScenario): readonly KnownTrajectory[] =>
  ofClass(scenario, 'set-aside').toSorted((a, b) => b.figures.opposition.low - a.figures.opposition.low);

/** What a group would gain most from talking over: the contested ones, the most divided first. */
export const worthDebating = (scenario: GroupScenario): readonly KnownTrajectory[] =>
  ofClass(scenario, 'contested').toSorted((a, b) => a.figures.agreement - b.figures.agreement);

/** What many of those who examined it do not know what to think of, the least known first. */
export const littleKnown = (scenario: GroupScenario): readonly KnownTrajectory[] =>
  knownIn(scenario)
    .filter(({ figures }) => figures.dontKnowRate >= 1 / 4)
    .toSorted((a, b) => b.figures.dontKnowRate - a.figures.dontKnowRate);

/** Whether it was decided, for or against, on few views: it is said to be confirmed. */
export const isToConfirm = ({ class: verdict, figures }: GroupTrajectory): boolean =>
  (verdict === 'common-ground' || verdict === 'set-aside') &&
  figures !== undefined &&
  figures.n < enoughViews;

/** From so many views on, what was decided is no longer to be confirmed. */
export const enoughViews = 15;

/** What the group has decided or disputes first, then what is open, then what too few looked at. */
export function mostTelling<One extends GroupTrajectory>(
  trajectories: readonly One[],
  most: number,
): readonly One[] {
  const rank = (one: One) => trajectoryClasses.indexOf(one.class) + (one.figures === undefined ? 1 : 0);
  return trajectories.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** Of what is typical of some people, what tells them best: what they wish for more than others do, or else refuse. */
export const tellingOf = (typical: Opinion['groups'][number]['typical']) =>
  typical.find(({ side }) => side === 'for') ?? typical[0];

const ofClass = (scenario: GroupScenario, kind: GroupTrajectory['class']) =>
  knownIn(scenario).filter((one) => one.class === kind);
