import type { AdaptiveCard } from '#cards/view.ts';

export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object within a card that has a type: elements, inputs, actions. */
export function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (!isNode(value)) return [];
  const { data: _, ...rest } = value;
  return [...(typeof value.type === 'string' ? [value] : []), ...Object.values(rest).flatMap(nodes)];
}

export const inputsOf = (card: AdaptiveCard) =>
  nodes(card.body).filter(({ type }) => `${type}`.startsWith('Input.'));

/** Buttons and rows that send something. */
export const sendersOf = (card: AdaptiveCard) =>
  nodes([card.body, card.actions]).filter(
    ({ type }) => type === 'Action.Submit' || type === 'Action.Execute',
  );

export const primariesOf = (card: AdaptiveCard) =>
  nodes([card.body, card.actions]).filter(({ style }) => style === 'positive');

/** Buttons of the body each of which is an answer. */
export const answersOf = (card: AdaptiveCard) =>
  nodes(card.body).filter(({ data }) => {
    const { act, value, more, roles, kept } = Object(data);
    return act === 'second-look' || (value ?? more ?? roles ?? kept) !== undefined;
  });

/** Every text that a person reads on a card. */
export function readOn(card: AdaptiveCard): readonly string[] {
  const names = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'];
  const values = nodes(card.body).concat(nodes(card.actions));
  const choices = values.flatMap(({ choices }) => (Array.isArray(choices) ? choices : []));
  return [...values, ...choices].flatMap((node) =>
    names.flatMap((name) => (typeof node[name] === 'string' ? [node[name]] : [])),
  );
}
