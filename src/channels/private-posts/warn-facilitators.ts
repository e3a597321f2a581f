import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { allOf } from '#store/all-of.ts';
import { type AfarParts, tell } from './post-afar.ts';

/** Tells those who facilitate a consultation that its answers are soon erased, where a chat reaches them. */
export const warnFacilitators = (
  consultation: Consultation,
  eraseAt: string,
  parts: AfarParts,
): Promise<void> =>
  tellFacilitators(consultation, { label: 'notice', about: 'erasure-soon', facts: { eraseAt } }, parts);

/** Says something to those who facilitate a consultation, where a chat reaches them. */
export async function tellFacilitators(
  consultation: Consultation,
  reply: Reply,
  parts: AfarParts,
): Promise<void> {
  const { store } = parts;
  const isTheirs = ({ consultations }: { readonly consultations: readonly string[] }) =>
    consultations.includes(consultation.id);
  for (const { reference: id } of await allOf(store, 'facilitator', isTheirs)) {
    const reference = id === undefined ? undefined : await store.load('reference', id);
    if (reference === undefined || reference.stopped) continue;
    await tell(reference, consultation, reply, parts);
  }
}
