import type { Telling, Told } from '#application/told.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { allOf } from '#store/all-of.ts';
import { type AfarParts, tell } from './post-afar.ts';

/** Tells those who facilitate a consultation that its answers are soon erased, where a chat reaches them. */
export const warnFacilitators = (
  consultation: Consultation,
  eraseAt: string,
  parts: AfarParts,
  told?: Told,
): Promise<Telling> =>
  tellFacilitators(consultation, { label: 'notice', about: 'erasure-soon', facts: { eraseAt } }, parts, told);

/** Says something to those who facilitate a consultation, where a chat reaches them; each once. */
export async function tellFacilitators(
  consultation: Consultation,
  reply: Reply,
  parts: AfarParts,
  { already, note }: Told = { already: [], note: async () => undefined },
): Promise<Telling> {
  const { store } = parts;
  const isTheirs = ({ consultations }: { readonly consultations: readonly string[] }) =>
    consultations.includes(consultation.id);
  let became: Telling = 'told';
  for (const { reference: id } of await allOf(store, 'facilitator', isTheirs)) {
    const reference = id === undefined ? undefined : await store.load('reference', id);
    if (reference === undefined || reference.stopped || already.includes(reference.id)) continue;
    if ((await tell(reference, consultation, reply, parts)) === 'later') became = 'behind';
    else await note(reference.id);
  }
  return became;
}
