import { scaleLinear } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** A share of people, 0..1, and its interval. */
interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One bar: those against from the left, those for from the right, the others between. */
interface Bar {
  readonly title: string;
  /** Beside the bar: how many people. */
  readonly note: string;
  readonly against: Share;
  readonly favour: Share;
}

const thick = 18;

/** Stances on several things, one under the other, each share with its interval as a line across its end: for above, against below. */
export function divergingBars(label: string, bars: readonly Bar[]): Svg {
  const x = scaleLinear([0, 1], [1, width - 1]);
  let y = 0;
  const drawn = bars.map((bar) => {
    const title = lines(bar.title, 44);
    const top = y + lineHeight;
    const middle = top + (title.length - 1) * lineHeight + 8;
    const note = lines(bar.note, 56);
    y = middle + thick + 26 + (note.length - 1) * lineHeight;
    const across = ({ low, high }: { low: number; high: number }, y: number) => {
      const d = `M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 3}v6M${x(high)} ${y - 3}v6`;
      return element(
        'g',
        { class: 'interval' },
        element('path', { class: 'halo', d }),
        element('path', { d }),
      );
    };
    const box = (kind: string, from: number, share: number) =>
      element('rect', {
        class: kind,
        x: x(from),
        y: middle,
        width: x(from + share) - x(from),
        height: thick,
      });
    const { against, favour } = bar;
    return element(
      'g',
      {},
      paragraph({ x: 0, y: top }, title, { class: 'name' }),
      box('neither', 0, 1),
      box('against', 0, against.share),
      box('favour', 1 - favour.share, favour.share),
      // One above the other: the two may overlap.
      across({ low: 1 - favour.high, high: 1 - favour.low }, middle + 5),
      across(against, middle + thick - 5),
      paragraph({ x: 0, y: middle + thick + 14 }, note, { class: 'note' }),
    );
  });
  return picture(y, label, ...drawn);
}

/** Shares of a whole, one bar each, from the left. */
export function profile(
  label: string,
  parts: readonly { readonly title: string; readonly share: number }[],
): Svg {
  const x = scaleLinear([0, Math.max(0.01, ...parts.map(({ share }) => share))], [0, width]);
  const step = lineHeight + thick + 12;
  return picture(
    parts.length * step,
    label,
    ...parts.map(({ title, share }, i) =>
      element(
        'g',
        {},
        paragraph({ x: 0, y: i * step + lineHeight }, [title], { class: 'name' }),
        element('rect', {
          class: 'favour',
          x: 0,
          y: i * step + lineHeight + 6,
          width: x(share),
          height: thick,
        }),
      ),
    ),
  );
}
