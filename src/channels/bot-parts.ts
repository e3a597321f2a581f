import type { AtHand } from './at-hand.ts';
import type { Facilitators } from './facilitators.ts';
import type { Perform } from './perform.ts';
import type { Deed, Surroundings } from './surroundings.ts';
import type { Outcome } from './take-turn.ts';
import type { Roster } from './venues/roster.ts';
import type { Views } from './views.ts';

/** What the bot is made of. */
export interface BotParts {
  readonly surroundings: Surroundings;
  readonly takeTurn: (deed: Deed) => Promise<Outcome>;
  readonly views: Views;
  readonly facilitators: Facilitators;
  readonly atHand: AtHand;
  readonly perform: Perform;
  readonly roster: Roster;
  /** Drops what Direct Line itself remembers of a person's conversations, on every device, once they are erased. */
  readonly forget: (person: Outcome['participant']) => void;
}
