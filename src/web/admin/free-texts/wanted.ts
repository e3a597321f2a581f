import { DomainId } from '#domain/catalogue/domains.ts';

/** What states a text may be looked for by: not sorted yet, or its mark. */
export const sortings = ['unsorted', 'quote', 'aside'] as const;
export const kinds = ['answer', 'condition', 'concern'] as const;

/** Which texts are wanted; what is absent is not asked for. */
export interface TextFilter {
  readonly domain?: DomainId;
  readonly sorting?: (typeof sortings)[number];
  readonly kind?: (typeof kinds)[number];
  /** Words that the text holds. */
  readonly words: string;
  /** From 1 on. */
  readonly page: number;
}

/** The longest search, in characters. */
export const longestSearch = 100;

/** Reads what is wanted from an address; what makes no sense asks for nothing. */
export function readTextFilter(query: URLSearchParams): TextFilter {
  const domain = DomainId.safeParse(query.get('domaine')).data;
  const sorting = sortings.find((one) => one === query.get('tri'));
  const kind = kinds.find((one) => one === query.get('genre'));
  return {
    ...(domain && { domain }),
    ...(sorting && { sorting }),
    ...(kind && { kind }),
    words: (query.get('mots') ?? '').slice(0, longestSearch).trim(),
    page: Number(/^[1-9]\d{0,5}$/.exec(query.get('page') ?? '')?.[0] ?? 1),
  };
}

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
