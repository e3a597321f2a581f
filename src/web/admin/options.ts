import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { HookRegistry, ReadAddress } from '#application/access/hook-registry.ts';
import type { Application } from '#application/parts.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { MailLinks } from '#channels/mail/mail-links.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { SealedTexts } from '#store/shared/sealed-texts.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import type { Html } from '#web/http/pages/html.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import type { Wording } from '#wording/wording.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { Drawn } from './publish/publish-page.ts';
import type { TrialPage } from './trial/trial-page.ts';

/** What the facilitator's space is made from; each part of it takes what it needs. */
export interface AdminOptions {
  readonly application: Application;
  readonly assistant: Assistant;
  readonly phrases: Phrases;
  readonly documents: DocumentQueue;
  readonly assets: Promise<Assets>;
  /** How a consultation reads to a person who comes to its page. */
  readonly viewOf: (its: Consultation, language: string) => Wording;
  /** The same as a card in the chat is drawn from. */
  readonly drawn: Drawn;
  /** The conversation of a consultation as a page, for a frame of ours; the ticket opens it once. */
  readonly trialPage: TrialPage;
  /** Draws what the assistant would say, as the chat page does. */
  readonly drawReplies: (replies: readonly Reply[], view: ReturnType<Drawn>) => Promise<Html>;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  /** Whose address a request comes from. */
  readonly addressOf: ClientAddress;
  /** How often whatever asks may ask, over all nodes. */
  readonly limit: MakeLimit;
  /** Whether a form came from a page of ours. */
  readonly isOurs: IsOurs;
  /** Links in letters to people who asked for them. */
  readonly mailLinks: MailLinks;
  /** Signs sessions and forms. */
  readonly key: KeyObject;
  /** The code of the consultation that a new one is like at first. */
  readonly defaultCode: string;
  /** Addresses of other programs that are told of what happens. */
  readonly hooks: HookRegistry;
  readonly readAddress: ReadAddress;
  /** What is kept for a while for whoever has its name. */
  readonly sealedTexts: Pick<SealedTexts, 'keep' | 'open'>;
  /** Whether the assistant is in Teams. */
  readonly isInTeams: boolean;
  /** Whether the server goes on. */
  readonly staying: () => boolean;
  readonly log: Logger;
  /** Whose accounts open the space as well. */
  readonly organisation?: Organisation;
}
