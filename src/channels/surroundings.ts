import type { Catalogues } from '#domain/catalogues.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { Event } from '#domain/event.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Store } from '#store/store.ts';
import type { Rights } from './facilitators.ts';
import type { Groups } from './groups.ts';
import type { KeyMaker } from './keys.ts';
import type { Venues } from './venues/venues.ts';

/** What the turn of one person needs of the world outside. */
export interface Surroundings {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly recognise: Recognise;
  readonly groups: Groups;
  readonly keys: KeyMaker;
  readonly venues: Venues;
  readonly now: () => string;
}

/** Something a person did, with what the channel knows of them. */
export interface Deed {
  /** Their key in this consultation, as the channel sees them. */
  readonly key: string;
  readonly consultation: Consultation;
  readonly rights: Rights;
  readonly activityId: string;
  /** The id under which their conversation can be reached again, on channels that need one. */
  readonly reference?: string;
  /** The id under which it is kept which consultation they last turned to, where there may be several. */
  readonly whereabouts?: string;
  /** The language their device asks for. */
  readonly locale?: string;
  readonly event: Event;
}
