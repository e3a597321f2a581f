import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { Stance } from '#domain/participant/ballot.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';

/** What is to be guessed of somebody. */
export const sides = ['against', 'neither', 'for'] as const;
export type Side = (typeof sides)[number];

export const sideOf = (stance: Stance): Side => sides[1 + Math.sign(stance)] ?? 'neither';

export const trajectories = ['m1', 'm2', 'm3', 'h1', 'h2'] as const;

/** Somebody, with their views on what they examined. */
export interface Citizen {
  readonly id: string;
  readonly views: Readonly<Record<string, Stance>>;
  readonly profile: { readonly roles: readonly string[]; readonly territory: string };
}

export interface Crowd {
  readonly minGroup: number;
  /** Whose views the attacker does not know, in the order in which they come. */
  readonly honest: readonly Citizen[];
  /** How many the attacker plays. */
  readonly puppets: number;
  /** The program's own, which nobody knows. */
  readonly secret: KeyObject;
  /** A view as anyone of this crowd might give it. */
  readonly anyView: (trajectory: string) => Stance;
  /** The attacker's own chance. */
  readonly chance: () => number;
}

/**
 * Some 15 to 60 people, at least three times the smallest group, one less than the smallest group of them puppets. Opinions on each
 * trajectory are of any kind, all equally likely, and have nothing to do with who somebody is.
 */
export function drawCrowd(seed: number, minGroup: number): Crowd {
  const chance = draws(seed * 7919 + minGroup);
  for (let i = 0; i < 10; i++) chance();
  const least = Math.max(15, 3 * minGroup);
  const people = least + Math.floor(chance() * (61 - least));
  const puppets = minGroup - 1;
  const examined = 0.4 + 0.6 * chance();
  const opinions = trajectories.map((id) => ({ id, shares: anyShares(chance) }));
  const honest = Array.from({ length: people - puppets }, (_, i) => {
    const seen = opinions.filter(() => chance() < examined);
    const drawn = (seen.length > 0 ? seen : opinions.slice(0, 1)).map(
      ({ id, shares }) => [id, drawStance(shares, chance)] as const,
    );
    return { id: `h${i}`, views: Object.fromEntries(drawn), profile: drawProfile(chance) };
  });
  const sharesOf = new Map(opinions.map(({ id, shares }) => [id as string, shares]));
  const anyView = (id: string) => drawStance(sharesOf.get(id) ?? [], chance);
  const secret = createSecretKey(createHash('sha256').update(`${seed} ${minGroup}`).digest());
  return { minGroup, honest, puppets, secret, anyView, chance };
}

/** Uniform over all ways of dividing a whole in three. */
function anyShares(chance: () => number): readonly number[] {
  const parts = sides.map(() => -Math.log(1 - chance()));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

function drawStance([against = 0, neither = 0]: readonly number[], chance: () => number): Stance {
  const at = chance();
  const strong = chance() < 0.5;
  if (at < against) return strong ? -2 : -1;
  if (at < against + neither) return 0;
  return strong ? 2 : 1;
}

/** Few people are elected, some keep a shop. */
function drawProfile(chance: () => number): Citizen['profile'] {
  const [who, where] = [chance(), chance()];
  const role = who < 0.12 ? 'elected' : who < 0.35 ? 'shopkeeper' : 'resident';
  return { roles: [role], territory: where < 0.3 ? 'village' : 'town' };
}
