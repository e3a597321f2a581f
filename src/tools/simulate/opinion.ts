import type { Persona } from './persona.ts';
import { createRng, hash } from './rng.ts';

/** What a person thinks of a trajectory they never saw before: the same each time they are asked. */
export interface PersonaOpinion {
  /** From -2 to 2. */
  readonly stance: number;
  readonly knows: boolean;
  /** Where they would put it from the first date offered (0) to the last (1). */
  readonly when: number;
  readonly keeps: boolean;
  /** How many benefits they see, 0 to 2. */
  readonly benefits: number;
  /** Where their favourite benefit stands among those offered, 0 to 1. */
  readonly favourite: number;
  readonly remarks: boolean;
}

/** The crowd's landscape hangs on the trajectory alone, so that one crowd after another agrees with the last. */
export function opinion({ seed, group, shares }: Persona, trajectory: string): PersonaOpinion {
  const rng = createRng('opinion', seed, trajectory);
  const stance = Math.max(-2, Math.min(2, Math.round(leaning(trajectory, group) + 0.6 * rng.normal())));
  const date = drawn('date', trajectory) * 0.6 + 0.1 * group;
  return {
    stance,
    knows: !rng.chance(0.06),
    when: Math.max(0, Math.min(1, date + 0.15 * rng.normal())),
    keeps: rng.chance([0, 0, 0.1, 0.55, 0.9][stance + 2] ?? 0),
    benefits: stance > 0 ? 1 + rng.below(2) : rng.below(2),
    favourite: (drawn('benefit', trajectory) + 0.3 * group + 0.2 * rng.next()) % 1,
    remarks: rng.chance(shares ? 0.4 : 0.12),
  };
}

/** Some trajectories bring the groups together, some divide them, some nobody wants, some leave people cold. */
function leaning(trajectory: string, group: number): number {
  const kind = drawn('kind', trajectory);
  if (kind < 0.35) return 1.4;
  if (kind < 0.65) return group === 0 || (group === 2 && drawn('side', trajectory) < 0.5) ? 1.5 : -1.5;
  return kind < 0.88 ? -1.4 : 0;
}

const drawn = (about: string, trajectory: string) => hash(about, trajectory) / 2 ** 32;
