/** Attributes of an element; what is undefined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup of a picture: every text in it is escaped. */
export interface Svg {
  readonly svg: string;
}

export function element(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(typeof value === 'number' ? short(value) : value)}"`],
  );
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.svg)).join('');
  return { svg: `<${name}${written.join('')}>${inside}</${name}>` };
}

/** The width every picture is drawn at: that of a small phone; it is scaled to the room there is. */
export const width = 340;

/** A picture that says what it is to those who do not see it. */
export const picture = (height: number, label: string, ...children: readonly Svg[]): Svg =>
  sized({ width, height }, label, ...children);

/** The same at a width of its own. */
export function sized(
  size: { readonly width: number; readonly height: number },
  label: string,
  ...children: readonly Svg[]
): Svg {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${short(size.height)}`,
      role: 'img',
      'aria-label': label,
    },
    ...children,
  );
}

/** Text on as many lines as it needs, none longer than `most` characters unless one word is. */
export function lines(text: string, most: number): readonly string[] {
  const all: string[] = [];
  for (const word of text.split(' ')) {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}

export const lineHeight = 15;

/** Lines of text from a place downwards. */
export function paragraph(
  at: { x: number; y: number },
  text: readonly string[],
  attributes: Attributes = {},
): Svg {
  return element(
    'text',
    { ...at, ...attributes },
    ...text.map((line, i) => element('tspan', { x: at.x, dy: i === 0 ? undefined : lineHeight }, line)),
  );
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
