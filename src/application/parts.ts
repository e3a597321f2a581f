import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { UsualInformation } from '#domain/consultation/settings/information.ts';
import type { UnderWay } from '#domain/in-memory/under-way.ts';
import type { KnownSheet } from '#domain/paper/sheet.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { SharedText } from '#domain/participant/shared-texts.ts';
import type { Reference } from '#domain/records/records.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Participation } from '#domain/results/participation.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import type { LiveVote } from '#domain/room/live-vote.ts';
import type { BackupKeeper } from '#store/backup-keeper.ts';
import type { Store } from '#store/store.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { Mail } from './mail/mail.ts';
import type { Telling, Told } from './told.ts';

/** What use cases work with; each takes what it needs. */
export interface ApplicationParts {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly audit: AuditLog;
  readonly now: () => string;
  /** Runs what changes which consultation a code names, or its stage, after what does so already for that code. */
  readonly inTurn: <T>(code: string, change: () => Promise<T>) => Promise<T>;
  /** What people of a consultation read before they agree when it has no text of its own. */
  readonly usualInformation: UsualInformation;
  /** Absent: the operator gave no server that takes letters. */
  readonly mail?: Mail;
  /** The program's own backups; absent: it makes none. */
  readonly backups?: BackupKeeper;
  /** Answers that are being given in a room, by round: nothing is told of a vote before they are saved. */
  readonly voting: UnderWay;
  /** Draws what tells two consultations of the same title apart: 4 letters and figures. */
  readonly newMark: () => string;
}

/** What use cases ask of those who read the group and who reach people. */
export interface Ports {
  /** What may be shown of a consultation's group now; durable, so that it may be said. */
  readonly groupOf: (consultation: Consultation) => Promise<GroupView>;
  /** How many took part in a consultation, and how it goes, as far as a facilitator may be told. */
  readonly participationOf: (
    consultation: Consultation,
  ) => Promise<{ readonly took: Participation; readonly participation: ParticipationView }>;
  /** When somebody last answered in a consultation; nothing where nobody came. */
  readonly lastAnswerIn: (consultation: string) => Promise<string | undefined>;
  /** Drops what memory holds of the people of a consultation: what was said in conversations. */
  readonly forgetPeople: (consultation: string) => void;
  /** Tells those who facilitate a consultation in a chat that its answers are soon erased. */
  readonly warn: (consultation: Consultation, eraseAt: string, told: Told) => Promise<Telling>;
  /** Reminds those who facilitate a consultation, in a chat and by letter, that people wait to read what was done with the result. */
  readonly askFollowUp: (consultation: Consultation, told: Told) => Promise<Telling>;
  /** What was answered in a round of a session in a room. */
  readonly votesOf: (round: string) => Promise<readonly LiveVote[]>;
  /** The texts of a consultation that their authors allow to be read. */
  readonly textsOf: (consultation: string) => Promise<readonly IdentifiedText[]>;
  /** Posts a published result into every conversation and channel; how many it reached. */
  readonly post: (consultation: Consultation) => Promise<number>;
  /** Begins to tell people that a second round is open; what does not reach them at once is tried again. */
  readonly tellRound: (consultation: Consultation) => void;
  /** Whether a person began, stopped before the end, and may be reminded of it now. */
  readonly isHalfway: (person: Participant, consultation: Consultation) => Promise<boolean>;
  /** Reminds somebody in their private conversation. */
  readonly remind: (reference: Reference, consultation: Consultation) => Promise<void>;
  /** The paper sheets of a consultation that were entered, the latest first; nothing of what they say. */
  readonly sheetsOf: (consultation: string) => Promise<readonly KnownSheet[]>;
  /** The keyed hash under which a single-use code of a consultation is kept. */
  readonly keyOfEntryCode: (consultation: string, code: string) => string;
  /** A new one-time invitation to facilitate a consultation in the chat, for as long as the account that makes it may itself. */
  readonly invite: (consultation: string, by: string) => Promise<string>;
}

/** A shared text as it is chosen: by a hash of whose it is, what it is about and what it says. */
export interface IdentifiedText extends SharedText {
  readonly id: string;
}

export type Application = ApplicationParts & Ports;

/** Why nothing was done, of any use case. */
export type NotDone =
  /** Whoever acts may not. */
  | { readonly outcome: 'forbidden' }
  /** What it is about is not there. */
  | { readonly outcome: 'missing' };

/** The consultation is at a stage at which this is not done. */
export interface Unfit {
  readonly outcome: 'unfit';
}

export const forbidden = { outcome: 'forbidden' } as const;
export const missing = { outcome: 'missing' } as const;
export const unfit = { outcome: 'unfit' } as const;
