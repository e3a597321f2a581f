import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences } from '#charts/differences.ts';
import { width } from '#charts/svg.ts';

const ends = { less: 'moins', more: 'plus' };
const bars = (svg: string) =>
  [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, kind, x, wide]) => ({ kind, from: Number(x), to: Number(x) + Number(wide) }),
  );

test('more goes to the right of the middle, less to the left, by as much', () => {
  const { svg } = differences('Écarts', ends, [
    { title: 'Un <titre>', note: '+20', value: 0.2 },
    { title: 'Deux', note: '-20', value: -0.2, interval: { low: -0.4, high: 0 } },
  ]);
  const [up, down] = bars(svg);
  expect([up?.kind, down?.kind]).toEqual(['favour', 'against']);
  expect(up?.from).toBeCloseTo(width / 2, 0);
  expect(down?.to).toBeCloseTo(width / 2, 0);
  expect((up?.to ?? 0) - width / 2).toBeCloseTo(width / 2 - (down?.from ?? 0), 0);
  expect(svg).toContain('aria-label="Écarts"');
  expect(svg).toContain('Un &lt;titre&gt;');
  // A margin for the one that has one.
  expect(svg.match(/class="interval"/g)).toHaveLength(1);
});

test('a small difference is drawn small, however small the others are', () => {
  const [bar] = bars(differences('Écarts', ends, [{ title: 'Un', note: '+1', value: 0.01 }]).svg);
  expect((bar?.to ?? 0) - (bar?.from ?? 0)).toBeLessThan(width / 20);
});

test('whatever the shares, everything stays within the picture', () => {
  const share = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, share), { maxLength: 8 }), (all) => {
      const rows = all.map(([value, one, other], i) => ({
        ...{ title: `T${i}`, note: 'n', value },
        interval: { low: Math.min(one, value, other), high: Math.max(one, value, other) },
      }));
      const { svg } = differences('Écarts', ends, rows);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const { from, to } of bars(svg)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(width + 0.1);
      }
      expect(bars(svg)).toHaveLength(rows.length);
    }),
  );
});
