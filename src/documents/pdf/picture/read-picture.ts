import type { Svg } from '#charts/svg.ts';

/** An element of a picture. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Drawn[];
  /** What is written in it itself. */
  readonly text: string;
}

interface Open extends Drawn {
  readonly attributes: Record<string, string>;
  readonly children: Open[];
  text: string;
}

/** Reads a chart as `element` writes it: each element is closed, and each value stands in double quotes. */
export function readPicture({ svg }: Svg): Drawn {
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  for (const [, close, name, attributes = '', text] of svg.matchAll(parts)) {
    const last = open.at(-1);
    if (text !== undefined && last !== undefined) last.text += plain(text);
    if (close === '/') open.pop();
    else if (name !== undefined) {
      const one: Open = { name, attributes: {}, children: [], text: '' };
      for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g))
        one.attributes[key] = plain(value);
      last?.children.push(one);
      open.push(one);
    }
  }
  const root = open[0]?.children[0];
  if (root === undefined) throw new Error('A picture has nothing in it');
  return root;
}

const parts = /<(\/)?([\w-]+)((?: [\w:-]+="[^"]*")*)>|([^<]+)/g;

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Without what stands for signs in markup; nor may a title hold what no line of text holds. */
const plain = (text: string): string =>
  text.replace(/&(\w+);/g, (all, name) => signs[name] ?? all).replace(/\p{Cc}/gu, ' ');
