import type { Stance } from '#domain/participant/ballot.ts';
import type { Opinion } from '#domain/results/group-scenario.ts';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { attacked } from './attacked.ts';
import { attempts } from './attempt.ts';
import { type Side, sideOf, trajectories } from './crowd.ts';
import type { Strategy } from './strategies.ts';

/**
 * The attacker knows what the victim thinks of all trajectories but one. The puppets answer these as the victim did, so as to be in one
 * group of views with them, and wish for the one; where they are alone in it, that group's figures, less the puppets', are theirs.
 */
export const waysOfSeeing: Strategy = (crowd) => {
  const everywhere = crowd.honest.map((one) => ({
    ...one,
    views: Object.fromEntries(trajectories.map((id) => [id, one.views[id] ?? crowd.anyView(id)])),
  }));
  return trajectories.flatMap((target, i) => {
    const victim = everywhere[i];
    if (victim === undefined) return [];
    const its = attacked({ ...crowd, honest: everywhere });
    const like = { ...victim.views, [target]: 2 as Stance };
    its.move(Array.from({ length: crowd.puppets }, () => like));
    while (its.next());
    its.close();
    const ballots = allBallots(its.tally.people);
    const opinion = opinionAmong({
      ballots,
      trajectories: its.tally.trajectories.map(({ id }) => id),
      minGroup: crowd.minGroup,
    });
    const aim = { victim, states: its.seen.slice(-1), shown: its.shown() };
    return attempts(aim, [target]).map((attempt) => ({
      ...attempt,
      byAttack: fromGroups(opinion, like, target, crowd.puppets) ?? attempt.fromOne,
    }));
  });
};

/** What the one thinks who alone shares the group of the puppets; with more people, it might be any of them. */
function fromGroups(
  { groups }: Opinion,
  like: Readonly<Record<string, Stance>>,
  target: string,
  puppets: number,
): Side | undefined {
  // The group of which what is typical is most like the victim.
  const nearness = ({ typical }: Opinion['groups'][number]) =>
    typical.reduce((sum, { trajectory, side }) => sum + (sideOf(like[trajectory] ?? 0) === side ? 1 : -1), 0);
  const own = groups.toSorted((a, b) => nearness(b) - nearness(a))[0];
  const told = own?.typical.filter(({ trajectory }) => trajectory === target) ?? [];
  const wish = told.find(({ side }) => side === 'for')?.inside;
  if (own === undefined || wish === undefined) return undefined;
  const others = own.n - puppets;
  const favour = wish * own.n - puppets;
  return others === 1 && favour > 1 / 2 ? 'for' : undefined;
}
