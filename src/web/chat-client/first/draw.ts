import { prepareCards } from '../cards/card.ts';
import { readActivities } from '../direct-line/activity.ts';
import { theirs } from '../entry.ts';

/** What the server tells this code, as JSON. */
export interface ToDraw {
  readonly activities: readonly unknown[];
  readonly language: string;
  readonly text: Readonly<Record<string, string>>;
}

/** Draws on the server what the assistant says, as the page does; the styles wait in `data-style` for the first lines of the page. */
export function draw(json: string): string {
  const { activities, language, text }: ToDraw = JSON.parse(json);
  const say = (key: string) => text[key] ?? '';
  const named = { tag: say('tag'), direction: say('direction'), apart: say('apart') };
  const texts = { language, say, of: () => named, speak() {} };
  prepareCards(texts);
  return readActivities({ activities })
    .activities.map((activity) => theirs(activity, texts, () => undefined))
    .map((entry) => (entry === undefined ? '' : markup(entry)))
    .join('\n');
}

function markup(entry: HTMLElement): string {
  entry.classList.add('still');
  entry.dataset.standIn = '';
  for (const element of entry.querySelectorAll('[style]')) {
    element.setAttribute('data-style', element.getAttribute('style') ?? '');
    element.removeAttribute('style');
  }
  return entry.outerHTML;
}
