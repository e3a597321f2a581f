import { z } from 'zod';

const bounds = { size: 50, most: 200 } as const;

/** Which part of a long list is asked for. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(bounds.most).default(bounds.size),
});

/** A part of a long list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), page: z.int(), size: z.int(), total: z.int().min(0) });

export function paged<Item>(all: readonly Item[], { page, size }: z.output<typeof Paging>) {
  return { items: all.slice((page - 1) * size, page * size), page, size, total: all.length };
}
