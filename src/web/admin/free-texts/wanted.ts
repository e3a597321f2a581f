import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { textKinds } from '#domain/participant/shared-texts.ts';
import { formOf } from '#web/http/request/form.ts';

/** What states a text may be looked for by: not sorted yet, or its mark. */
export const sortings = ['unsorted', 'quote', 'aside'] as const;
export const kinds = [...textKinds];

/** Which texts are wanted; what is absent is not asked for. */
export interface TextFilter {
  readonly domain?: DomainId | undefined;
  readonly sorting?: (typeof sortings)[number] | undefined;
  readonly kind?: (typeof kinds)[number] | undefined;
  /** Words that the text holds. */
  readonly words: string;
  /** From 1 on. */
  readonly page: number;
}

/** The longest search, in characters. */
export const longestSearch = 100;

/** Reads what is wanted from an address; what makes no sense asks for nothing. */
export function readTextFilter(query: URLSearchParams): TextFilter {
  const { domaine, tri, genre, mots = '', page = 1 } = formOf([...query]).read(Query) ?? {};
  return { domain: domaine, sorting: tri, kind: genre, words: mots.slice(0, longestSearch).trim(), page };
}

const Query = z.object({
  domaine: DomainId.optional().catch(undefined),
  tri: z.enum(sortings).optional().catch(undefined),
  genre: z.enum(kinds).optional().catch(undefined),
  mots: z.string(),
  page: z.int().min(1).max(999_999).catch(1),
});

/** The same as an address has it, without the question mark. */
export function writeTextFilter({ domain, sorting, kind, words, page }: TextFilter): string {
  const query = new URLSearchParams({
    ...(domain && { domaine: domain }),
    ...(sorting && { tri: sorting }),
    ...(kind && { genre: kind }),
    ...(words !== '' && { mots: words }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.toString();
}
