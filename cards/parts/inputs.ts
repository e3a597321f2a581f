import type { View } from '../view.ts';
import type { Element } from './elements.ts';
import { inert } from './inert.ts';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

interface Asked {
  readonly id: string;
  readonly label: string;
  /** What is already given; several choices are joined by commas. */
  readonly value?: string;
  /** Makes it required: what is said when it is left empty. */
  readonly error?: string;
}

/** More choices than this would make one choice among them a long way to scroll. */
const longestExpanded = 8;

/** One among several, all in sight while they are few. */
export function chooseOne(asked: Asked, choices: readonly Choice[], placeholder: string): Element {
  const compact = choices.length > longestExpanded;
  return compact ? pickOne(asked, choices, placeholder) : { ...choiceSet(asked, choices), style: 'expanded' };
}

/** One among several, folded into one line. */
export function pickOne(asked: Asked, choices: readonly Choice[], placeholder: string): Element {
  return { ...choiceSet(asked, choices), style: 'compact', placeholder };
}

export function chooseSeveral(asked: Asked, choices: readonly Choice[]): Element {
  return { ...choiceSet(asked, choices), style: 'expanded', isMultiSelect: true };
}

export function write(asked: Asked, maxLength: number, placeholder?: string): Element {
  return {
    type: 'Input.Text',
    ...field(asked),
    isMultiline: true,
    maxLength,
    ...(placeholder && { placeholder }),
  };
}

export function writeLine(asked: Asked, maxLength: number, placeholder: string): Element {
  return { type: 'Input.Text', ...field(asked), maxLength, placeholder };
}

/** A day, as `2026-12-15`. */
export function chooseDay(asked: Asked): Element {
  return { type: 'Input.Date', ...field(asked) };
}

export function toggle(asked: Asked, title: string): Element {
  return {
    type: 'Input.Toggle',
    ...field({ value: 'false', ...asked }),
    title: inert(title),
    wrap: true,
    valueOn: 'true',
    valueOff: 'false',
  };
}

/** Some hosts read Markdown in the titles of choices too. */
function choiceSet(asked: Asked, choices: readonly Choice[]): Element {
  const shown = choices.map(({ title, value }) => ({ title: inert(title), value }));
  return { type: 'Input.ChoiceSet', ...field(asked), wrap: true, choices: shown };
}

function field({ id, label, value, error }: Asked) {
  return {
    id,
    label,
    ...(value !== undefined && { value }),
    ...(error !== undefined && { isRequired: true, errorMessage: error }),
  };
}

/** The leave to read what is written beside it: unticked until the person ticks it, then as they left it. */
export function shared(given: { readonly shared?: true | undefined }, { say }: View): Element {
  return toggle(
    { id: 'shared', label: say('card.shared.label'), value: `${given.shared ?? false}` },
    say('card.shared.allow'),
  );
}
