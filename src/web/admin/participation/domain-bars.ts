import { element, lineHeight, lines, paragraph, picture, type Svg, width } from '#charts/svg.ts';

interface Bar {
  readonly title: string;
  readonly note: string;
  /** People. */
  readonly begun: number;
  readonly done: number;
}

const thick = 14;

/** For each domain two bars, one in the other, as long as a share of `all` people: those who began, and those who finished. */
export function domainBars(label: string, all: number, bars: readonly Bar[]): Svg {
  const long = (n: number) => (all === 0 ? 0 : (Math.min(n, all) / all) * (width - 2));
  let y = 0;
  const drawn = bars.map(({ title, note, begun, done }) => {
    const name = lines(title, 44);
    const top = y + lineHeight;
    const middle = top + (name.length - 1) * lineHeight + 6;
    y = middle + thick + 24;
    const bar = (kind: string, x: number, inset: number) =>
      element('rect', {
        class: kind,
        x: 1,
        y: middle + inset,
        width: x,
        height: thick - 2 * inset,
      });
    return element(
      'g',
      {},
      paragraph({ x: 0, y: top }, name, { class: 'name' }),
      bar('whole', width - 2, 0),
      bar('begun', long(begun), 0),
      bar('done', long(done), 3),
      paragraph({ x: 0, y: middle + thick + 14 }, [note], { class: 'note' }),
    );
  });
  return picture(y, label, ...drawn);
}
