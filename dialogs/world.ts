import type { Catalogue } from '#domain/catalogue.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { Participant } from '#domain/participant.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Reply } from '#domain/reply.ts';

/** Everything a turn depends on beside the person and what they did. */
export interface World {
  readonly now: string;
  readonly catalogue: Catalogue;
  readonly consultation: Consultation;
  readonly facilitator: boolean;
  readonly words: Phrases['words'];
  readonly recognise: Recognise;
  /** How many of the group have examined a trajectory. */
  readonly examined: (trajectory: string) => number;
  /** What may be shown of the group now. */
  readonly group: () => GroupView;
  /** Draws a resume code. */
  readonly newCode: () => string;
}

/** What is left to do outside once the turn is decided. */
type Effect = 'erase' | 'publish';

export interface Turn {
  readonly participant: Participant;
  readonly replies: readonly Reply[];
  readonly effect?: Effect;
}
