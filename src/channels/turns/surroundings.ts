import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { UnderWay } from '#domain/in-memory/under-way.ts';
import type { Device } from '#domain/participant/device.ts';
import type { FreeTexts } from '#projections/free-texts.ts';
import type { LiveTallies } from '#projections/live-tallies.ts';
import type { ParticipationProjection } from '#projections/participation.ts';
import type { RoomProjection } from '#projections/room.ts';
import type { Observer } from '#src/observability/observer.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import type { Recognise } from '#understanding/reading.ts';
import type { ChannelPosts } from '../channel-posts/channel-posts.ts';
import type { Rights } from '../facilitators.ts';
import type { KeyMaker } from '../keys.ts';

/** What the turn of one person needs of the world outside. */
export interface Surroundings {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly recognise: Recognise;
  readonly tallies: LiveTallies;
  readonly participation: Pick<ParticipationProjection, 'of'>;
  readonly texts: Pick<FreeTexts, 'of'>;
  /** What goes on in the rooms of consultations. */
  readonly room: Pick<RoomProjection, 'sessionsOf'>;
  readonly keys: KeyMaker;
  readonly channelPosts: ChannelPosts;
  /** Turns that are being taken, by consultation. */
  readonly turns: UnderWay;
  readonly memory: SharedMemory;
  readonly now: () => string;
  /** Absent: nothing is observed. */
  readonly observer?: Observer;
}

/** Something a person did, with what the channel knows of them. */
export interface TurnInput {
  /** Their key in this consultation, as the channel sees them. */
  readonly key: string;
  readonly consultation: Consultation;
  readonly rights: Rights;
  readonly activityId: string;
  /** Whom wrong resume codes are counted against; nothing of it is kept. */
  readonly caller: string;
  /** Activities of theirs whose replies they had not in sight as they did this. */
  readonly unseen?: readonly string[];
  /** The id under which their conversation can be reached again, on channels that need one. */
  readonly reference?: string;
  /** The id under which it is kept which consultation they last turned to, where there may be several. */
  readonly lastConsultation?: string;
  /** Remembers where they are, ahead of what they say there: a stop in between must not lead them elsewhere. */
  readonly beforeSaving?: () => Promise<void>;
  /** The language their device asks for. */
  readonly locale?: string;
  /** What they are on, where it is known. */
  readonly device?: Device;
  readonly event: Event;
}
