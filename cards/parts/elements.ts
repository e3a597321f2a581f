import { escapeTyped, inert } from './inert.ts';

/** A card element as JSON. */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string };

/** A button as JSON. */
export type Action = Readonly<Record<string, unknown>> & { readonly type: string; readonly title: string };

interface Look {
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
}

interface TextLook extends Look {
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Good' | 'Warning' | 'Attention';
  readonly isSubtle?: boolean;
  readonly horizontalAlignment?: 'Center';
  readonly fontType?: 'Monospace';
  readonly style?: 'heading';
}

interface PanelLook extends Look {
  readonly style?: 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';
  readonly separator?: boolean;
  readonly selectAction?: unknown;
}

/** Wording, with what facilitators wrote in it: hosts read Markdown here, and find none. What a person typed goes into `typed`. */
export function words(text: string, look: TextLook = {}): Element {
  return { type: 'TextBlock', text: inert(text), wrap: true, ...look };
}

/** Where in the conversation this card stands, above its heading. */
export function eyebrow(text: string): Element {
  return words(text, { size: 'Small', isSubtle: true });
}

/** What the card is; the first heading gets the focus of keyboard and screen reader. */
export function heading(text: string, look: TextLook = {}): Element {
  return words(text, { size: 'Large', weight: 'Bolder', style: 'heading', spacing: 'Small', ...look });
}

/** What a part of the card is about. */
export function subheading(text: string): Element {
  return heading(text, { size: 'Medium', spacing: 'Large' });
}

/** A picture in its own size, with what it is in words. */
export function picture(url: string, altText: string): Element {
  return { type: 'Image', url, altText, spacing: 'Small' };
}

/** Small quiet words beside the content. */
export function aside(text: string, look: TextLook = {}): Element {
  return words(text, { size: 'Small', isSubtle: true, ...look });
}

/** What somebody typed, shown as typed (a text run reads no Markdown), after a label of ours. */
export function typed(label: string, text: string, look: Look = {}): Element {
  const inlines = [
    { type: 'TextRun', text: `${label} `, weight: 'Bolder' },
    { type: 'TextRun', text: escapeTyped(text) },
  ];
  return { type: 'RichTextBlock', inlines: label === '' ? inlines.slice(1) : inlines, ...look };
}

export function panel(items: readonly Element[], look: PanelLook = {}): Element {
  return { type: 'Container', items, ...look };
}

interface Beside {
  readonly before?: Element | undefined;
  readonly after?: Element | undefined;
}

/** On one line: what takes the room, and small things before and after it, each as wide as it needs. */
export function row(main: Element, { before, after }: Beside, look: Look = {}): Element {
  const narrow = (items: readonly Element[]) => ({
    ...{ type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items },
  });
  return {
    type: 'ColumnSet',
    columns: [
      ...(before === undefined ? [] : [narrow([before])]),
      { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: [main] },
      ...(after === undefined ? [] : [narrow([after])]),
    ],
    ...look,
  };
}

/** A small drawing beside words that say the same. */
export const icon = (url: string): Element => ({
  ...{ type: 'Image', url, altText: '', width: '24px', height: '24px' },
});

/**
 * Shares (0..1) against and for, as one bar: what is neither stands in the middle, against left of it, for right of it. The bar is half
 * as wide as its place, so that it fits wherever it leans.
 */
export function divided(against: number, favour: number): Element {
  const neither = Math.max(0, 1 - against - favour);
  return bar([
    [1 - against - neither / 2, 'default'],
    [against, 'attention'],
    [neither, 'emphasis'],
    [favour, 'accent'],
    [1 - favour - neither / 2, 'default'],
  ]);
}

function bar(parts: readonly (readonly [share: number, style: string])[]): Element {
  const columns = parts
    .map(([share, style]) => ({
      type: 'Column',
      width: Math.round(Math.min(1, Math.max(0, share)) * 1000),
      style,
      minHeight: '10px',
      spacing: 'None',
      items: [],
    }))
    .filter(({ width }) => width > 0);
  return { type: 'ColumnSet', spacing: 'Small', columns };
}

/** A share (0..1) as a bar from the left. */
export const meter = (share: number): Element =>
  bar([
    [share, 'accent'],
    [1 - share, 'emphasis'],
  ]);

/** Something, and what belongs to it beside it in a wider column. */
export function pair(first: Element, second: readonly Element[]): Element {
  const column = (width: number, items: readonly Element[]) => ({ type: 'Column', width, items });
  return { type: 'ColumnSet', spacing: 'Small', columns: [column(1, [first]), column(2, second)] };
}

/** Answers one under the other: a tap anywhere on one gives it. */
export const answerRows = (actions: readonly Action[]): readonly Element[] =>
  actions.map((action) =>
    panel([words(action.title)], { style: 'emphasis', spacing: 'Small', selectAction: action }),
  );

/** The same side by side, two a line. */
export const answerPairs = (actions: readonly Action[]): readonly Element[] =>
  Array.from({ length: Math.ceil(actions.length / 2) }, (_, i) => {
    const column = (action: Action) => ({
      ...{ type: 'Column', width: 'stretch', style: 'emphasis', verticalContentAlignment: 'Center' },
      ...{
        items: [words(action.title, { horizontalAlignment: 'Center', size: 'Small' })],
        selectAction: action,
      },
    });
    return { type: 'ColumnSet', spacing: 'Small', columns: actions.slice(2 * i, 2 * i + 2).map(column) };
  });

/** Buttons within the body. */
export function buttons(actions: readonly unknown[], look: Look = {}): Element {
  return { type: 'ActionSet', actions, ...look };
}
