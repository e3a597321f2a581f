import type { Consultation } from '#domain/consultation/consultation.ts';
import { editionOf } from '#domain/consultation/content/answered-on.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { isSameTerritory } from '#domain/consultation/same-territory.ts';
import type { PublishedResult } from '#scenario/over-years.ts';
import { publicView } from '#scenario/release/shown-to.ts';
import { allOf } from '#store/all-of.ts';
import type { Application } from '../parts.ts';

/** A published final result of the same territory, with the consultation it is of. */
export interface PublishedBeside extends PublishedResult {
  readonly consultation: Consultation;
}

/**
 * The final results that were published about the territory of a consultation, its own among them, the earliest first: those that anyone may
 * read on a page, and of the others those that whoever looks `mayRead`. Nothing is in it that is not shown elsewhere to them.
 */
export async function publishedBeside(
  { store, catalogues, groupOf }: Pick<Application, 'store' | 'catalogues' | 'groupOf'>,
  its: Consultation,
  mayRead: (code: string) => boolean = () => false,
): Promise<readonly PublishedBeside[]> {
  const isTold = (one: Consultation) => isPublic(one) || (one.publishedAt !== undefined && mayRead(one.id));
  const all = await allOf(store, 'consultation', (one) => isSameTerritory(one, its) && isTold(one));
  const found: PublishedBeside[] = [];
  for (const consultation of all) {
    const group = publicView(await groupOf(consultation), consultation);
    if (group.state === 'waiting' || group.kind === 'provisional') continue;
    const edition = editionOf(consultation);
    const kept = catalogues.find(edition)?.prints ?? (await store.load('edition', edition))?.prints;
    const at = lastDayOf(consultation) ?? group.at;
    found.push({ code: consultation.id, consultation, at, scenario: group.scenario, prints: kept ?? {} });
  }
  return found.toSorted((a, b) => a.at.localeCompare(b.at));
}
