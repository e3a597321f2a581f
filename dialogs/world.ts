import type { Catalogue } from '#domain/catalogue.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { Participant } from '#domain/participant.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Reply } from '#domain/reply.ts';
import type { Standing } from '#domain/standing.ts';

/** Everything a turn depends on beside the person and what they did. */
export interface World {
  readonly now: string;
  readonly catalogue: Catalogue;
  readonly consultation: Consultation;
  readonly facilitator: boolean;
  /** They may make new consultations. */
  readonly creates: boolean;
  readonly words: Phrases['words'];
  readonly recognise: Recognise;
  /** How many of the group have examined a trajectory. */
  readonly examined: (trajectory: string) => number;
  /** What may be shown of the group now. */
  readonly group: () => GroupView;
  /** How far the consultation is, and the channels it stands in. */
  readonly standing: () => Pick<Extract<Reply, { of: 'standing' }>, 'channels' | 'gone'> & {
    standing: Standing;
  };
  /** Draws a resume code. */
  readonly newCode: () => string;
  /** Draws what tells two consultations of the same title apart: 4 letters and figures. */
  readonly newMark: () => string;
}

/** What is left to do outside once the turn is decided; `invite`: post the invitation in the channel at hand. */
export type Effect = 'erase' | 'publish' | 'invite' | 'remind' | 'close' | { readonly create: Consultation };

/** What is said, and what is left to do. */
export interface Decision {
  readonly replies: readonly Reply[];
  readonly effect?: Effect;
}

export interface Turn extends Decision {
  readonly participant: Participant;
}
