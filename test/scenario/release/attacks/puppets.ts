import type { Stance } from '#domain/participant/ballot.ts';
import type { Attacked, PuppetViews } from './attacked.ts';
import { shownOn } from './attacked.ts';
import { type Crowd, trajectories } from './crowd.ts';

/** What the attacker has the puppets say next. */
export type Tactic = (its: Attacked) => PuppetViews;

/** Any sides, which stay, each time with another strength: nothing moves, and all have changed. */
export function still({ puppets, chance }: Crowd): Tactic {
  const signs = Array.from({ length: puppets }, () => trajectories.map(() => Math.floor(chance() * 3) - 1));
  let turn = 0;
  return () => {
    turn += 1;
    return signs.map((its) =>
      Object.fromEntries(trajectories.map((id, i) => [id, stanceOf(its[i] ?? 0, turn)])),
    );
  };
}

/** So many for, all others against, that the share for comes as near as can be to the edge of a tenth. */
export function toTheEdge({ puppets }: Crowd): Tactic {
  let turn = 0;
  return (its) => {
    turn += 1;
    const last = its.seen.at(-1);
    return puppetsFor(puppets, turn, (id) => {
      const n = its.honest().filter(({ views }) => id in views).length;
      const wish = (last && shownOn(last, id)?.wish) ?? 1 / 2;
      const offEdge = (own: number) => {
        const tenths = ((n * wish + own) / (n + puppets)) * 10;
        return Math.abs(tenths - Math.floor(tenths) - 1 / 2);
      };
      return (
        Array.from({ length: puppets + 1 }, (_, own) => own).toSorted((a, b) => offEdge(a) - offEdge(b))[0] ??
        0
      );
    });
  };
}

/** From state to state another number of puppets for, so that the hidden count shows between two edges. */
export function searching({ puppets }: Crowd): Tactic {
  let turn = 0;
  return () => {
    turn += 1;
    const part = [0, 1, 1 / 2, 1 / 4, 3 / 4, 1 / 8, 5 / 8, 3 / 8, 7 / 8][turn % 9] ?? 0;
    return puppetsFor(puppets, turn, () => Math.round(part * puppets));
  };
}

function puppetsFor(puppets: number, turn: number, wish: (trajectory: string) => number): PuppetViews {
  const wishes = trajectories.map((id) => [id, wish(id)] as const);
  return Array.from({ length: puppets }, (_, i) =>
    Object.fromEntries(wishes.map(([id, many]) => [id, stanceOf(i < many ? 1 : -1, turn)])),
  );
}

function stanceOf(sign: number, turn: number): Stance {
  if (sign === 0) return 0;
  const strong = turn % 2 === 0;
  if (sign > 0) return strong ? 2 : 1;
  return strong ? -2 : -1;
}
