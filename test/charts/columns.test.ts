import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columns } from '#charts/columns.ts';
import { width } from '#charts/svg.ts';

const rects = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, ...values]) => values.map(Number),
  );

const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('columns', () => {
  test('stand one beside the other within the picture, each as high as its number', () => {
    const number = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 400 }), (numbers) => {
        const { svg } = columns(
          'Arrivées',
          numbers.map((n, i) => ({ title: `jour ${i}`, n })),
        );
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const drawn = rects(svg);
        expect(drawn).toHaveLength(numbers.length);
        const most = Math.max(1, ...numbers);
        const [bottom = 0] = drawn.map(([, y = 0, , high = 0]) => y + high);
        drawn.forEach(([x = 0, y = 0, wide = 0, high = 0], i) => {
          expect(x + wide).toBeLessThanOrEqual(width + 0.2);
          expect(Math.abs(high - ((numbers[i] ?? 0) / most) * 96)).toBeLessThan(0.1);
          expect(Math.abs(y + high - bottom)).toBeLessThan(0.2);
          expect(x).toBeGreaterThanOrEqual(drawn[i - 1]?.[0] ?? 0);
        });
      }),
    );
  });

  test('carry their numbers while they are few, and name the first and the last', () => {
    const few = [3, 9, 4, 7, 5].map((n, i) => ({ title: `${i + 1} déc.`, n }));
    expect(texts(columns('Arrivées', few).svg)).toEqual(['3', '9', '4', '7', '5', '1 déc.', '5 déc.']);
    const many = Array.from({ length: 30 }, (_, i) => ({ title: `${i + 1} déc.`, n: i }));
    expect(texts(columns('Arrivées', many).svg)).toEqual(['1 déc.', '30 déc.']);
  });

  test('let no text out of its place, and say what they are', () => {
    const { svg } = columns('Un <b>jour</b>', [{ title: '<script>', n: 1 }]);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Un &lt;b&gt;jour&lt;\/b&gt;"/);
    expect(svg).not.toContain('<script>');
  });
});
