import { type Html, html, joined } from '#web/http/pages/html.ts';
import { counted, figures, least, type PageFigures } from './seen.ts';

/** How many people came: the number of this very moment, read out when it changes. */
export const headline = ({ following: { starts }, view }: PageFigures): Html =>
  html`<p class="lead" id="live-count" aria-live="polite">${view.say('participation.starts', { n: starts })}</p>`;

/** How far they went, and how long it took them. */
export function reached(seen: PageFigures): Html {
  const { view, following } = seen;
  const { finished } = following;
  const ends = (['one', 'begun', 'all'] as const).map(
    (end) =>
      html`<li><strong>${counted(finished[end], view)}</strong> <span>${view.say(`participation.finished.${end}`)}</span></li>`,
  );
  return html`<ul class="figures">${joined(ends)}${time(seen)}</ul>`;
}

/** The middle time, and the span of the half around it. */
function time({ following: { minutes }, view }: PageFigures): Html {
  const { say } = view;
  if (minutes === null)
    return html`<li><strong>${say('participation.hidden')}</strong> <span>${say('participation.time.few', { least })}</span></li>`;
  const [q1, median, q3] = [minutes.q1, minutes.median, minutes.q3].map((n) =>
    say('participation.time.minutes', { n }),
  );
  const whose =
    minutes.n === null
      ? say('participation.time.median')
      : say('participation.time.median-of', { people: figures(minutes.n, view) });
  const half = q1 === q3 ? '' : say('participation.time.half', { q1: q1 ?? '', q3: q3 ?? '' });
  return html`<li><strong>${median ?? ''}</strong> <span>${whose} ${half}</span></li>`;
}
