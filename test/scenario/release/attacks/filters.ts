import {
  membershipIn,
  type Opinions,
  type SuppressedTable,
  suppressCells,
} from '#scenario/analysis/disclosure/cell-suppression.ts';
import { catalogue } from '../../fixture.ts';
import { type Attacked, attacked, everything } from './attacked.ts';
import { attempts } from './attempt.ts';
import { type Citizen, type Crowd, type Side, sideOf, sides, trajectories } from './crowd.ts';
import { guessOf } from './posterior.ts';
import type { Strategy } from './strategies.ts';

type Kind = 'roles' | 'territories';

/** One person in a table, of known category. */
interface Voice {
  readonly category: string;
  readonly side: Side;
}

/**
 * All puppets say that they are as the victim is, whom few others are like, and wish for everything: the row of the final result by
 * role (by kind of place) then stands or falls with the victim. Everybody's category is known to the attacker.
 */
export const filters =
  (kind: Kind): Strategy =>
  (crowd) => {
    const victim = rarest(crowd.honest, kind);
    if (victim === undefined) return [];
    const its = attacked(crowd);
    const one = everything(1);
    its.move(
      Array.from({ length: crowd.puppets }, () => one),
      victim.profile,
    );
    while (its.next());
    its.close();
    const shown = its.shown();
    return trajectories.flatMap((trajectory) =>
      attempts({ victim, states: its.seen.slice(-1), shown }, [trajectory]).map((attempt) => ({
        ...attempt,
        byAttack: fromRows(its, crowd, kind, victim, trajectory) ?? attempt.fromOne,
      })),
    );
  };

/** Of the category that fewest are in. */
function rarest(honest: readonly Citizen[], kind: Kind): Citizen | undefined {
  const alike = (one: Citizen) =>
    honest.filter((other) => categoryOf(other, kind) === categoryOf(one, kind)).length;
  return honest.toSorted((a, b) => alike(a) - alike(b))[0];
}

const categoryOf = ({ profile }: Pick<Citizen, 'profile'>, kind: Kind) =>
  kind === 'roles' ? (profile.roles[0] ?? '') : profile.territory;

/** Tries many ways of dealing out the known counts, and keeps those that would be shown as it was. */
function fromRows(
  its: Attacked,
  crowd: Crowd,
  kind: Kind,
  victim: Citizen,
  trajectory: string,
): Side | undefined {
  const seen = its.rows().find((row) => row.trajectory === trajectory)?.[kind].rows;
  if (seen === undefined) return undefined;
  const voices = crowd.honest.flatMap((one) => {
    const stance = one.views[trajectory];
    return stance === undefined ? [] : [{ one, category: categoryOf(one, kind), side: sideOf(stance) }];
  });
  const own = Array.from(
    { length: crowd.puppets },
    (): Voice => ({ category: categoryOf(victim, kind), side: 'for' }),
  );
  const place = voices.findIndex(({ one }) => one === victim);
  const found = { against: 0, neither: 0, for: 0 };
  const wanted = asText(seen);
  for (let tries = 0, kept = 0; tries < most && kept < enough; tries++) {
    const dealt = shuffled(
      voices.map(({ side }) => side),
      crowd.chance,
    );
    const table = tableOf(
      [...own, ...voices.map(({ category }, i) => ({ category, side: dealt[i] ?? 'for' }))],
      kind,
    );
    const { '': _, ...rows } = Object.fromEntries(suppressCells(table, crowd.minGroup));
    if (asText(rows) !== wanted) continue;
    kept += 1;
    found[dealt[place] ?? 'for'] += 1;
  }
  const all = found.against + found.neither + found.for;
  return all === 0
    ? undefined
    : guessOf({ against: found.against / all, neither: found.neither / all, for: found.for / all });
}

const [most, enough] = [2_000, 150];

const asText = (rows: object) =>
  JSON.stringify(Object.entries(rows).toSorted(([a], [b]) => a.localeCompare(b)));

function tableOf(voices: readonly Voice[], kind: Kind): SuppressedTable {
  const of = (category?: string): Opinions => {
    const counted = sides.map(
      (side) =>
        voices.filter((voice) => voice.side === side && (category ?? voice.category) === voice.category)
          .length,
    );
    return [counted[0] ?? 0, counted[1] ?? 0, counted[2] ?? 0, 0];
  };
  const rows = new Map(catalogue[kind].map((id) => [id, of(id)]));
  if (kind === 'roles') return { whole: of(), rows, membership: membershipIn(of(), rows.values()) };
  return { whole: of(), rows: new Map([...rows, ['', of('')]]), membership: 'one' };
}

function shuffled(all: readonly Side[], chance: () => number): readonly Side[] {
  const dealt = [...all];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j] ?? 'for', dealt[i] ?? 'for'];
  }
  return dealt;
}
