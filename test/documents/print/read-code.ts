/**
 * Reads a QR code of version 3 (29 modules, one block of data at the level M), after ISO/IEC 18004 and by no word of
 * what drew it: the format tells the mask, the mask is taken off, bits are read in their zigzag, then the bytes.
 */
export function readCode(dark: readonly (readonly boolean[])[]): {
  readonly text: string;
  readonly correction: string;
} {
  const side = dark.length;
  if (side !== 29) throw new Error(`A code of version 3 has 29 modules, not ${side}`);
  const at = (x: number, y: number) => dark[y]?.[x] === true;
  const { correction, mask } = formatOf(at);
  const turned = masks[mask] ?? (() => false);
  const bits = places(side).map(([x, y]) => (at(x, y) !== turned(y, x) ? 1 : 0));
  const number = (from: number, length: number) =>
    bits.slice(from, from + length).reduce<number>((sum, bit) => 2 * sum + bit, 0);
  if (number(0, 4) !== 4) throw new Error('The code holds no bytes');
  const length = number(4, 8);
  const bytes = Array.from({ length }, (_, i) => number(12 + 8 * i, 8));
  return { text: Buffer.from(bytes).toString('utf8'), correction };
}

type At = (x: number, y: number) => boolean;

/** The first five of the fifteen bits beside the top left finder, the known pattern taken off. */
function formatOf(at: At): { correction: string; mask: number } {
  const read = [0, 1, 2, 3, 4].map((x) => (at(x, 8) ? 1 : 0)).reduce<number>((sum, bit) => 2 * sum + bit, 0);
  const plain = read ^ 0b10101;
  return { correction: ['M', 'L', 'H', 'Q'][plain >> 3] ?? '', mask: plain & 7 };
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Where data stand, in the order they are read: columns by two from the right, up and down in turn. */
function places(side: number): [number, number][] {
  const all: [number, number][] = [];
  for (let right = side - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let i = 0; i < side; i++) {
      const y = up ? side - 1 - i : i;
      for (const x of [right, right - 1]) if (!isPattern(x, y, side)) all.push([x, y]);
    }
  }
  return all;
}

/** Finders with their format, timing, and the one alignment pattern. */
function isPattern(x: number, y: number, side: number): boolean {
  const far = side - 8;
  const finder = (x < 9 && y < 9) || (x >= far && y < 9) || (x < 9 && y >= far);
  const alignment = Math.abs(x - 22) <= 2 && Math.abs(y - 22) <= 2;
  return finder || alignment || x === 6 || y === 6;
}
