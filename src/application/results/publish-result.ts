import { type Consultation, isPublished } from '#domain/consultation/consultation.ts';
import { publish } from '#domain/consultation/publication.ts';
import type { ResultKind } from '#domain/results/group-scenario.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';
import { forgetTexts } from '../texts/forget-texts.ts';
import { markedQuotes, publishedQuotes } from '../texts/quotes.ts';
import { saveSnapshot } from './snapshots.ts';

/** `quotes`: ids of the texts that go with it; absent: those that do already. */
interface PublicationWish {
  readonly code: string;
  readonly quotes?: readonly string[];
}

export type PublicationOutcome =
  | {
      readonly outcome: 'published';
      readonly consultation: Consultation;
      readonly kind: ResultKind;
      readonly conversations: number;
    }
  /** Sent before; other texts go with it on its page. */
  | { readonly outcome: 'quotes-changed'; readonly consultation: Consultation }
  | { readonly outcome: 'unchanged' }
  /** So many people more are needed. */
  | { readonly outcome: 'waiting'; readonly needed: number }
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'groupOf' | 'textsOf' | 'post'>;

/** Publishes the released result, once each, with the texts chosen; what was published is kept as a snapshot. */
export async function publishResult(
  parts: Parts,
  actor: Actor,
  { code, quotes }: PublicationWish,
): Promise<PublicationOutcome> {
  const { store, now, groupOf } = parts;
  const refused = refusal(actor, 'publish', code);
  if (refused !== undefined) return refused;
  const before = await store.load('consultation', code);
  if (before === undefined) return missing;
  const group = await groupOf(before);
  if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
  const { at, kind, scenario } = group;
  const chosen = await choice(parts, before, quotes);
  // Kept before it is announced: a stop in between loses nothing.
  if (group.kind === 'final' && !isPublished(before, at))
    await saveSnapshot(store, { consultation: code, at, scenario });
  let isNew = false;
  const updated = await store.update('consultation', code, (its) => {
    isNew = its !== undefined && !isPublished(its, at);
    return its && publish(its, { releasedAt: at, ...chosen }, now());
  });
  if (updated.outcome === 'unchanged') return { outcome: 'unchanged' };
  // Whoever wrote one of the texts may have been erased at this very moment.
  await forgetTexts(parts, code);
  return told(parts, actor, updated.record, isNew ? kind : undefined);
}

/** Posts what is new, and writes it down; `kind`: of a new result. */
async function told(
  parts: Parts,
  actor: Actor,
  consultation: Consultation,
  kind: ResultKind | undefined,
): Promise<PublicationOutcome> {
  const conversations = kind === undefined ? undefined : await parts.post(consultation);
  const quotes = (await publishedQuotes(parts, consultation)).length;
  const facts = { quotes, ...(conversations !== undefined && { conversations }) };
  await parts.audit.write(actor, { action: 'published', consultation: consultation.id, facts });
  return conversations === undefined || kind === undefined
    ? { outcome: 'quotes-changed', consultation }
    : { outcome: 'published', consultation, kind, conversations };
}

/** The texts wanted that may be published, and whether they are others than those that are. */
async function choice(parts: Parts, its: Consultation, wanted: readonly string[] | undefined) {
  if (wanted === undefined) return { hasOtherQuotes: false };
  const marked = await markedQuotes(parts, its.id);
  const quotes = marked.flatMap(({ id }) => (wanted.includes(id) ? [id] : []));
  const present = (await publishedQuotes(parts, its)).map(({ id }) => id);
  return { quotes, hasOtherQuotes: quotes.join(' ') !== present.join(' ') };
}
