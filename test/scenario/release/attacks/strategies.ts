import { type Attacked, attacked, type Seen } from './attacked.ts';
import { type Aim, type Attempt, attempts } from './attempt.ts';
import type { Citizen, Crowd } from './crowd.ts';
import { searching, still, type Tactic, toTheEdge } from './puppets.ts';

/** What an attacker does in a consultation of theirs, and all the guesses that come of it. */
export type Strategy = (crowd: Crowd) => readonly Attempt[];

/** Who came between two states: the attacker knows everybody's times. */
interface Batch {
  readonly people: readonly Citizen[];
  readonly states: readonly Seen[];
}

/** Each time a result has come all puppets answer anew: the next one then waits for few others. */
function forced(crowd: Crowd, tactic: Tactic): { its: Attacked; batches: readonly Batch[] } {
  const its = attacked(crowd);
  const batches: Batch[] = [];
  its.move(tactic(its));
  let states = 0;
  while (its.next()) {
    if (its.seen.length === states) continue;
    const earlier = its.seen.at(-2);
    const people = its.honest().filter((one) => !earlier?.honest.includes(one));
    if (earlier !== undefined) batches.push({ people, states: [...its.seen] });
    states = its.seen.length;
    its.move(tactic(its));
  }
  return { its, batches };
}

const firstOf = ({ people: [victim], states }: Batch): readonly Aim[] =>
  victim ? [{ victim, states, shown: states.at(-1) }] : [];

/** Wait for one newcomer, and have the puppets set off the next state. */
export const newcomer: Strategy = (crowd) =>
  forced(crowd, still(crowd))
    .batches.flatMap(firstOf)
    .flatMap((aim) => attempts(aim));

/** Of these, those whom nobody came beside. */
export const loneNewcomer: Strategy = (crowd) =>
  forced(crowd, still(crowd))
    .batches.filter(({ people }) => people.length === 1)
    .flatMap(firstOf)
    .flatMap((aim) => attempts(aim));

/** Push a share to the edge of a tenth, then wait for the victim. */
export const edge: Strategy = (crowd) =>
  forced(crowd, toTheEdge(crowd))
    .batches.flatMap(firstOf)
    .flatMap((aim) => attempts(aim));

/** Flip the puppets from state to state, and look at all of them together; the victim is whoever came beside fewest others. */
export const search: Strategy = (crowd) => {
  const { its, batches } = forced(crowd, searching(crowd));
  const [fewest] = batches.toSorted((a, b) => a.people.length - b.people.length);
  const [victim] = fewest?.people ?? [];
  return victim ? attempts({ victim, states: its.seen, shown: its.shown() }) : [];
};

/** Take the last provisional result from the final one. */
export const lastDifference: Strategy = (crowd) => {
  const { its } = forced(crowd, still(crowd));
  its.close();
  const victim = its.honest().at(-1);
  return victim ? attempts({ victim, states: its.seen, shown: its.seen.at(-1) }) : [];
};

/** The same where one person alone came after the last provisional result. */
export const loneLast: Strategy = (crowd) => {
  const its = attacked(crowd);
  const tactic = still(crowd);
  its.move(tactic(its));
  let states = 0;
  while (its.next()) {
    const fresh = its.seen.length > states;
    const after = its.honest().length - (its.seen.at(-1)?.honest.length ?? 0);
    const ends = its.seen.length > 0 && after === 1 && crowd.chance() < 0.3;
    if (fresh && !ends) its.move(tactic(its));
    states = its.seen.length;
    if (!ends) continue;
    its.close();
    const victim = its.honest().at(-1);
    return victim ? attempts({ victim, states: its.seen, shown: its.seen.at(-1) }) : [];
  }
  return [];
};
