import { drawCard, fallbackText } from './cards/card.ts';
import type { Activity, Fields } from './direct-line/activity.ts';
import { waysOf, withoutLink } from './elsewhere/take-up.ts';
import { create } from './find.ts';
import { setApart, speaks } from './language.ts';
import { offerListening } from './read-aloud.ts';
import { site } from './site.ts';
import type { PageTexts } from './texts.ts';

/** A person pressed a card's button; the entry is the one that holds the card. */
export type Pressed = (entry: HTMLElement, value: Fields, words: string) => void;

/** What the assistant says, as one entry of the conversation; `undefined` when there is nothing to show. */
export function theirs(activity: Activity, texts: PageTexts, pressed: Pressed): HTMLElement | undefined {
  const entry = create('div', 'entry theirs');
  const spoken = texts.of(activity.locale);
  speaks(entry, spoken);
  if (activity.label !== undefined) entry.dataset.label = activity.label;
  if (activity.id !== undefined) entry.dataset.activity = activity.id;
  const submit = (value: Fields, words: string) => pressed(entry, value, words);
  const cards = activity.cards.map((content) => cardIn(content, submit, texts));
  if (activity.text !== '' && cards.length === 0) entry.append(bubble(activity.text));
  entry.append(...cards);
  if (entry.childElementCount === 0) return undefined;
  setApart(entry, spoken.apart);
  offerListening(entry, texts);
  entry.prepend(create('span', 'unseen', texts.say('assistant')));
  return entry;
}

/** What the person said, shown at once; `waiting` until the server has it. */
export function mine(words: string, texts: PageTexts): HTMLElement {
  const entry = create('div', 'entry mine');
  speaks(entry, texts.of(undefined));
  entry.append(create('span', 'unseen', texts.say('you')), bubble(words));
  setApart(entry, texts.of(undefined).apart);
  return entry;
}

function cardIn(
  content: Fields,
  submit: (value: Fields, words: string) => void,
  texts: PageTexts,
): HTMLElement {
  const { rest, link } = withoutLink(content);
  const drawn = drawCard(rest, { submit });
  if (drawn === undefined) return bubble(fallbackText(content));
  const frame = create('div', 'card');
  frame.setAttribute('role', 'group');
  const heading = drawn.querySelector('[role="heading"]');
  if (heading) {
    heading.id ||= `heading-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    frame.setAttribute('aria-labelledby', heading.id);
  }
  frame.append(drawn);
  if (link !== undefined) (drawn.querySelector('.ac-adaptiveCard') ?? drawn).append(waysOf(link, texts));
  return frame;
}

function bubble(words: string): HTMLElement {
  const element = create('p', 'bubble');
  element.append(...linked(words));
  return element;
}

/** A text in which the addresses of this very site can be followed; any other address stays text. */
function linked(text: string): (string | HTMLElement)[] {
  return text
    .split(/(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]])/)
    .map((part, i) => (i % 2 === 1 ? link(part) : part));
}

function link(address: string): string | HTMLElement {
  if (!URL.canParse(address) || !new URL(address).href.startsWith(site.href)) return address;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  return anchor;
}
