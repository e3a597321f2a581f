import { element, type Svg, width } from '#charts/svg.ts';

/** Between two pictures, in their own measure. */
const gap = 28;

/** Several pictures of one subject as a single one, from left to right. */
export function besideOneAnother(label: string, pictures: readonly Svg[]): Svg {
  const [only] = pictures;
  if (only !== undefined && pictures.length === 1) return only;
  const height = Math.max(...pictures.map((picture) => sizeOf(picture).height));
  const all = pictures.length * (width + gap) - gap;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${all} ${height}`,
      role: 'img',
      'aria-label': label,
    },
    ...pictures.map((picture, i) =>
      element(
        'svg',
        { x: i * (width + gap), y: 0, width, height: sizeOf(picture).height },
        { svg: picture.svg },
      ),
    ),
  );
}

/** How wide and high a picture is drawn, as its view box says. */
export function sizeOf({ svg }: Svg): { readonly width: number; readonly height: number } {
  const [, across = '', down = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (across === '' || down === '') throw new Error('A picture says no view box');
  return { width: Number(across), height: Number(down) };
}
