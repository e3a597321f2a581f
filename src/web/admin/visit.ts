import type { Actor } from '#application/actor.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Account, AccountRole } from '#domain/records/account.ts';
import type { Html } from '#web/http/pages/html.ts';

/** One request to the facilitator's space, by whoever it is. */
export interface AdminVisit {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly say: Say;
  /** The address without its query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly now: string;
}

/** One by somebody of the team. */
export interface Member extends AdminVisit {
  readonly account: Account;
  /** Their role in the consultation of the address; where there is none, the greatest that they hold anywhere. */
  readonly role: AccountRole;
  /** The same, as use cases know whoever acts. */
  readonly actor: Actor;
  /** What each form carries. */
  readonly token: string;
}

/** How a visit is answered. */
export type AdminAnswer =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly body: Html;
      readonly status?: number;
      /** Whose pages are around it. */
      readonly of?: { readonly its: Consultation; readonly at: Tab };
    }
  /** Elsewhere in the space, with something to say there: a key under `admin.said`. */
  | {
      readonly kind: 'to';
      readonly path: string;
      readonly said?: SaidAfter;
      readonly cookie?: string | readonly string[];
    }
  /** To be saved as a file. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly bytes: Uint8Array | string;
    }
  /** A whole document, not set in the frame of the space. */
  | { readonly kind: 'whole'; readonly html: string; readonly policy?: string }
  /** Too many files are being made: to be asked for again. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden' };

export type AdminPage = Extract<AdminAnswer, { readonly kind: 'page' }>;

/** A page with the form on it that was sent and in which something is wrong, answered so; without that, as it is. */
export const withProblems = (page: AdminPage, isWrong: boolean): AdminPage =>
  isWrong ? { ...page, status: 422 } : page;

/** Why a use case did nothing, as an answer: what no longer fits is as if it were not there. */
export const refused = (outcome: keyof typeof refusals): AdminAnswer => ({ kind: refusals[outcome] });

const refusals = {
  forbidden: 'forbidden',
  missing: 'missing',
  unfit: 'missing',
  changed: 'missing',
  taken: 'missing',
  invalid: 'missing',
} as const;

/** The pages around one consultation, from preparing to publishing. */
export const tabs = [
  'home',
  'settings',
  'trial',
  'invite',
  'participation',
  'free-texts',
  'workshop-kit',
  'projection',
  'results',
  'publish',
  'follow-up',
] as const;
export type Tab = (typeof tabs)[number];

/** What may be said at the top of a page after an action. */
export const saids = [
  'saved',
  'opened',
  'closed',
  'reopened',
  'round-opened',
  'round-ended',
  'taken-back',
  'undone',
  'too-late',
  'archived',
  'restored',
  'deleted',
  'left',
  'role-changed',
  'removed',
  'link-revoked',
  'marked',
  'proposal-decided',
  'kept',
  'moment-removed',
  'logo-set',
  'logo-removed',
  'catalogue-saved',
  'catalogue-read',
  'catalogue-kept',
  'backup-made',
  'backup-incomplete',
  'backup-begun',
  'backup-refused',
  'restore-cancelled',
  'impacts-set',
  'impacts-cleared',
  'table-added',
  'table-changed',
  'table-removed',
  'follow-up-written',
  'follow-up-corrected',
  'key-removed',
  'hook-removed',
  'erased',
] as const;
type SaidAfter = (typeof saids)[number];
