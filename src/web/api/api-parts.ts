import { type Actor, sees } from '#application/actor.ts';
import type { Application } from '#application/parts.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Language } from '#domain/catalogue/language.ts';
import { type Consultation, ConsultationCode } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Store } from '#store/store.ts';
import type { Wording } from '#wording/wording.ts';
import { problem } from './problem.ts';
import type { ApiAnswer } from './route.ts';

/** What the routes are made from. */
export interface ApiParts {
  readonly assistant: Pick<Assistant, 'tallies' | 'participation' | 'retention'>;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly application: Application;
  readonly documents: DocumentQueue;
  readonly viewOf: (consultation: Consultation, language: Language) => Wording;
  /** The code of the consultation that a new one is like at first. */
  readonly model: string;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

/** The consultation of an address, and what is done with it; one that is not open to whoever calls is as if it were not there. */
export async function withConsultation(
  store: Store,
  { actor, params: { code } }: { readonly actor: Actor; readonly params: { readonly code: string } },
  run: (consultation: Consultation) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const isOpen = ConsultationCode.safeParse(code).success && sees(actor, code);
  const found = isOpen ? await store.load('consultation', code) : undefined;
  return found === undefined ? problem('not-found') : run(found);
}
