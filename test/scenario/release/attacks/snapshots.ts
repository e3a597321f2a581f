import { attacked } from './attacked.ts';
import { attempts } from './attempt.ts';
import { still } from './puppets.ts';
import type { Strategy } from './strategies.ts';

/** Reopened: the victim comes, as few others as are needed for another result, and all puppets answer anew. */
export const reopened =
  (others: number): Strategy =>
  (crowd) => {
    const its = attacked(crowd);
    const tactic = still(crowd);
    its.move(tactic(its));
    const first = crowd.honest.length - 1 - others;
    if (first + crowd.puppets < crowd.minGroup) return [];
    for (let i = 0; i < first; i++) its.next();
    its.close();
    its.reopen();
    while (its.next());
    its.move(tactic(its));
    its.close();
    const victim = its.honest().at(-1);
    return victim ? attempts({ victim, states: its.seen, shown: its.shown() }) : [];
  };

/** After the end the victim has everything erased, and as few others as are needed for another result; then all puppets do. */
export const erased =
  (others: number): Strategy =>
  (crowd) => {
    const its = attacked(crowd);
    const tactic = still(crowd);
    its.move(tactic(its));
    while (its.next());
    its.close();
    const final = its.seen.at(-1);
    const left = its.honest().slice(0, 1 + others);
    if (its.honest().length - left.length < crowd.minGroup) return [];
    its.leave(left.map(({ id }) => id));
    its.removePuppets();
    const [victim] = left;
    const finals = its.seen.filter(({ kind }) => kind === 'final').toReversed();
    return victim ? attempts({ victim, states: finals, shown: final }) : [];
  };
