import type { Matrix } from './matrix.ts';

/**
 * Everybody's row in an order that depends on what the rows hold, not on who came first, and looks drawn by chance: by a
 * hash of the answers, then by the answers. Rows that are alike stand side by side.
 */
export function canonicalOrder({ rows, columns, values }: Matrix): Int32Array {
  const hashes = Float64Array.from({ length: rows }, (_, row) =>
    hashOf(values.subarray(row * columns, (row + 1) * columns)),
  );
  return Int32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || compare(values, columns, a, b),
  );
}

/** FNV-1a over the answers in thousandths; unseen is apart. */
function hashOf(answers: Float64Array): number {
  let hash = 0x811c9dc5;
  for (const answer of answers) {
    const thousandths = Number.isNaN(answer) ? 0x7fff : Math.round(answer * 1000);
    hash = Math.imul(hash ^ (thousandths & 0xffff), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function compare(values: Float64Array, columns: number, a: number, b: number): number {
  for (let item = 0; item < columns; item++) {
    const [left, right] = [values[a * columns + item] ?? 0, values[b * columns + item] ?? 0];
    const apart = (Number.isNaN(left) ? 9 : left) - (Number.isNaN(right) ? 9 : right);
    if (apart !== 0) return apart;
  }
  return 0;
}
