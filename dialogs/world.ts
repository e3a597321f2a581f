import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Participation } from '#domain/results/participation.ts';
import type { Recognise } from '#understanding/reading.ts';

/** Everything a turn depends on beside the person and what they did. */
export interface World {
  readonly now: string;
  readonly catalogue: Catalogue;
  readonly consultation: Consultation;
  /** Whether this person may come in: everybody may, or they showed a code that lets somebody in. */
  readonly admitted: boolean;
  /** A print of what people read before they agree: once it is another, it is to be shown anew. */
  readonly information: string;
  readonly facilitator: boolean;
  /** They may make new consultations. */
  readonly creates: boolean;
  readonly words: Phrases['words'];
  readonly tongues: Phrases['tongues'];
  readonly asked: Phrases['asked'];
  readonly recognise: Recognise;
  /** Draws what a person examines in a domain, by what the group still needs to see; a person who draws again gives back the first. */
  readonly draw: (domain: Domain, person: Participant) => Participant;
  /** What may be shown of the group now. */
  readonly group: () => GroupView;
  /** People with at least one view of a trajectory. */
  readonly took: () => number;
  /** How far the consultation is, as the facilitator's space shows it, and the channels it stands in. */
  readonly participation: () => {
    readonly counts: Participation;
    readonly channels: number;
    /** Of those, the channels that take nothing more. */
    readonly gone: number;
  };
  /** The resume code to show: the one they were given, or a new one. */
  readonly resumeCode: (given: string | undefined) => string;
  /** The trajectories they proposed here, as they stand. */
  readonly proposals: readonly Proposal[];
  /** Draws the id of a new one. */
  readonly newProposal: () => string;
  /** Draws what tells two consultations of the same title apart: 4 letters and figures. */
  readonly newMark: () => string;
}

/** What is left to do outside once the turn is decided; `invite`: post the invitation in the channel at hand. */
export type Effect =
  | 'erase'
  | 'publish'
  | 'invite'
  | 'remind'
  | 'close'
  | { readonly create: NewConsultation }
  /** A trajectory of their own, to be kept with what they said. */
  | { readonly propose: Proposal };

/** A consultation to be made, of that at hand: open at once to whoever may answer. */
export type NewConsultation = ConsultationSettings & { readonly code: string };

/** What is said, and what is left to do. */
export interface Decision {
  readonly replies: readonly Reply[];
  readonly effect?: Effect;
}

export interface Turn extends Decision {
  readonly participant: Participant;
}
