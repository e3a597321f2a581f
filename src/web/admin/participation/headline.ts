import { type Html, html, joined } from '#web/http/pages/html.ts';
import { goalPart } from './goal-part.ts';
import { figures, type PageFigures } from './seen.ts';

/** How many people took part: the number of this very moment, read out when it changes. */
export const headline = ({ following: { took }, view }: PageFigures): Html =>
  html`<p class="lead" id="live-count" aria-live="polite">${view.say('participation.took', { n: took })}</p>${goalPart(view.consultation, took, view)}`;

/** How far they went, and how long it took them. */
export function reached(seen: PageFigures): Html {
  const { view, following } = seen;
  const { starts, finished } = following;
  const step = (n: number, key: string) =>
    html`<li><strong>${figures(n, view)}</strong> <span>${view.say(`participation.${key}`, { n })}</span></li>`;
  const ends = (['one', 'begun', 'all'] as const).map((end) => step(finished[end], `finished.${end}`));
  return html`<ul class="figures">${step(starts, 'started')}${joined(ends)}${time(seen)}</ul>`;
}

/** The middle time, and the span of the half around it; nothing while nobody has finished a domain. */
function time({ following: { minutes }, view }: PageFigures): Html {
  if (minutes === null) return html``;
  const { say } = view;
  const [q1, median, q3] = [minutes.q1, minutes.median, minutes.q3].map((n) =>
    say('participation.time.minutes', { n }),
  );
  const whose = say('participation.time.median', { n: minutes.n, people: figures(minutes.n, view) });
  const half = q1 === q3 ? '' : say('participation.time.half', { q1: q1 ?? '', q3: q3 ?? '' });
  return html`<li><strong>${median ?? ''}</strong> <span>${whose} ${half}</span></li>`;
}
