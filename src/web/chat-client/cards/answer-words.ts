import { type Action, ChoiceSetInput, type Input, ToggleInput } from 'adaptivecards';

/**
 * What a person answered by a card, in words for the conversation: the titles of what they chose and what they wrote,
 * or the button's own title when the button is not the card's way forward or nothing was filled in.
 */
export function answerWords(action: Action, inputs: readonly Input[]): string {
  const title = action.title ?? '';
  if (!action.isPrimary) return title;
  const said = inputs.map(inputWords).filter((words) => words !== '');
  return said.length > 0 ? said.join('\n') : title;
}

function inputWords(input: Input): string {
  const value = String(input.value ?? '').trim();
  if (input instanceof ToggleInput) return value === input.valueOn ? (input.title ?? '') : '';
  if (!(input instanceof ChoiceSetInput)) return value;
  const chosen = input.isMultiSelect ? value.split(input.hostConfig.choiceSetInputValueSeparator) : [value];
  return input.choices
    .filter((choice) => choice.value !== undefined && chosen.includes(choice.value))
    .map((choice) => choice.title ?? '')
    .join(', ');
}
