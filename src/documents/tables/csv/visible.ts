/** A cell without the signs of no width that come along when it is copied from a page: a code would no longer be the same. */
export const visible = (cell: string): string => cell.replace(/[\u200b\u2060\ufeff]/g, '');
