import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  GlobalRegistry,
  GlobalSettings,
  type Input,
  OpenUrlAction,
  Strings,
  SubmitAction,
  Table,
  ToggleInput,
} from 'adaptivecards';
import { type Fields, fields, text } from '../direct-line/activity.ts';
import type { PageTexts } from '../texts.ts';
import { finish, tellOpen } from './finish.ts';
import { hostConfig } from './host-config.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { countSigns } from './signs-left.ts';

export interface CardEvents {
  /** A button was pressed: the data it sends, and what it means in words. */
  submit(value: Fields, words: string): void;
}

/** Draws an Adaptive Card; `undefined` when it cannot be drawn, and its fallback text should stand instead. */
export function drawCard(content: Fields, on: CardEvents): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig();
  // The parser's own check of `lang` refuses every second card; the page says the language itself.
  const { lang: _, ...rest } = content;
  card.parse(rest);
  card.onExecuteAction = (action) => act(action, card, on);
  card.onInlineCardExpanded = () => card.renderedElement && finish(card.renderedElement);
  // The library says on what it opened that it is open, once it has told us.
  card.onElementVisibilityChanged = () =>
    queueMicrotask(() => card.renderedElement && tellOpen(card.renderedElement));
  const drawn = card.render();
  if (drawn === undefined) return undefined;
  finish(drawn);
  if (card.getAllActions().some(proposes)) countSigns(drawn, signsLeft);
  return inForm(drawn, card);
}

/** A trajectory of one's own is written to a length. */
const proposes = (action: Action): boolean =>
  action instanceof SubmitAction && fields(action.data).act === 'proposal';

let signsLeft = () => '';

/** Prepares the library once: plain texts, our own words, no stop at each card for the Tab key. */
export function prepareCards({ say }: Pick<PageTexts, 'say'>): void {
  signsLeft = () => say('signs-left');
  GlobalSettings.setTabIndexAtCardRoot = false;
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  const more = () => say('more');
  Strings.defaults.overflowButtonText = more;
  Strings.defaults.overflowButtonTooltip = more;
  GlobalRegistry.elements.register('Table', Table);
  AdaptiveCard.onProcessMarkdown = (source, result) => {
    result.outputHtml = plainMarkdown(source);
    result.didProcess = true;
  };
}

/** What stands for a card where it cannot be drawn. */
export const fallbackText = (content: Fields): string => text(content, 'fallbackText') ?? '';

function act(action: Action, card: AdaptiveCard, on: CardEvents): void {
  if (action instanceof SubmitAction) {
    const inputs = action.associatedInputs === 'none' ? [] : card.getAllInputs();
    on.submit(fields(action.data), answerWords(action, inputs));
  } else if (action instanceof OpenUrlAction && action.url !== undefined) {
    const url = new URL(action.url, location.href);
    if (url.protocol === 'https:' || url.protocol === 'http:') open(url, '_blank', 'noopener');
  }
}

/** A form of its own keeps a card's radio buttons apart from those of the cards before it, which have the same names. */
function inForm(drawn: HTMLElement, card: AdaptiveCard): HTMLElement {
  const form = document.createElement('form');
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const actions = card.getAllActions().filter((action) => action instanceof SubmitAction);
    actions.find((action) => action.isPrimary)?.execute();
  });
  form.append(drawn);
  return form;
}

/**
 * What a person answered by a card, in words for the conversation: the titles of what they chose and what they wrote,
 * or the button's own title when the button is not the card's way forward or nothing was filled in.
 */
function answerWords(action: Action, inputs: readonly Input[]): string {
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
