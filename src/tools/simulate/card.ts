import { z } from 'zod';

/** What a person can do with a card. */
export interface Card {
  readonly inputs: readonly Input[];
  readonly actions: readonly CardButton[];
}

const Choice = z.object({ title: z.string(), value: z.string() });

const Input = z.object({
  type: z.enum(['Input.ChoiceSet', 'Input.Text', 'Input.Toggle', 'Input.Number', 'Input.Date', 'Input.Time']),
  id: z.string(),
  choices: z.array(Choice).default([]),
  isMultiSelect: z.boolean().default(false),
  isRequired: z.boolean().default(false),
  maxLength: z.number().optional(),
  valueOn: z.string().default('true'),
  valueOff: z.string().default('false'),
});
export type Input = z.infer<typeof Input>;

const CardButton = z.object({
  type: z.enum(['Action.Submit', 'Action.Execute']),
  title: z.string().default(''),
  style: z.string().optional(),
  associatedInputs: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type CardButton = z.infer<typeof CardButton>;

/** Reads an Adaptive Card as received: its inputs and buttons, wherever they stand, in order. */
export function readCard(content: unknown): Card {
  const inputs: Input[] = [];
  const actions: CardButton[] = [];
  walk(content, (element) => {
    const input = Input.safeParse(element);
    if (input.success) inputs.push(input.data);
    const action = CardButton.safeParse(element);
    if (action.success) actions.push(action.data);
  });
  return { inputs, actions };
}

/** The way forward; where each answer is a button of its own, one of those. */
export function primary(card: Card, nth = 0): CardButton | undefined {
  const answers = answersIn(card);
  return card.actions.find(({ style }) => style === 'positive') ?? answers[nth % answers.length];
}

/** The buttons each of which answers what is asked. */
export const answersIn = ({ actions }: Card): readonly CardButton[] =>
  actions.filter(({ data }) => typeof (data.value ?? data.more ?? data.roles ?? data.kept) === 'string');

/** The first button whose data says so. */
export function actionWith({ actions }: Card, key: string, value: unknown): CardButton | undefined {
  return actions.find(({ data }) => data[key] === value);
}

/** What a button's data says under a name, when it is text. */
export function said(action: CardButton | undefined, key: string): string | undefined {
  const value = action?.data[key];
  return typeof value === 'string' ? value : undefined;
}

/** What a button sends: its own data with the inputs beside it, as a renderer sends them. */
export function submit(
  action: CardButton,
  filled: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return action.associatedInputs === 'none' ? { ...action.data } : { ...filled, ...action.data };
}

function walk(node: unknown, visit: (element: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}
