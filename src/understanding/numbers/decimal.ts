import type { Token } from '../words/tokens.ts';

/** A number in digits or in one word that stands here, with the decimals written against it ("4,5"). */
export function decimal(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly length: number } | undefined {
  const [whole, mark, decimals] = tokens.slice(at, at + 3);
  if (whole?.kind !== 'number' || whole.value === undefined) return undefined;
  const isDecimal = mark?.glued && /^[.,]$/.test(mark.text) && decimals?.glued && /^\d+$/.test(decimals.text);
  if (!isDecimal) return { value: whole.value, length: 1 };
  return { value: Number(`${whole.value}.${decimals.text}`), length: 3 };
}
