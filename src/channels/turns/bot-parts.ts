import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Roster } from '../channel-posts/roster.ts';
import type { Facilitators } from '../facilitators.ts';
import type { Views } from '../views.ts';
import type { AnswerRoom } from './answer-room.ts';
import type { ConsultationResolver } from './consultation-resolver.ts';
import type { Perform } from './perform.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';
import type { TurnOutcome } from './taking/take-turn.ts';

/** What the bot is made of. */
export interface BotParts {
  readonly surroundings: Surroundings;
  readonly takeTurn: (input: TurnInput) => Promise<TurnOutcome>;
  readonly views: Views;
  readonly facilitators: Facilitators;
  readonly resolver: ConsultationResolver;
  readonly perform: Perform;
  readonly answerRoom: AnswerRoom;
  readonly roster: Roster;
  /** Tells a person's other devices that their place was taken up on this one. */
  readonly tellOthers: (person: TurnOutcome['participant'], consultation: Consultation) => void;
  /** Drops what Direct Line itself remembers of a person's conversations, on every device, once they are erased. */
  readonly forget: (person: TurnOutcome['participant']) => void;
}
