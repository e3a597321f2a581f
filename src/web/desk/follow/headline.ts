import { type Html, html } from '../../page/html.ts';
import { joined } from '../../page/joined.ts';
import { counted, figures, least, type Seen } from './seen.ts';

/** How many people came: the number of this very moment, read out when it changes. */
export const headline = ({ following: { starts }, view }: Seen): Html =>
  html`<p class="lead" id="live-count" aria-live="polite">${view.say('follow.starts', { n: starts })}</p>`;

/** How far they went, and how long it took them. */
export function reached(seen: Seen): Html {
  const { view, following } = seen;
  const { finished } = following;
  const ends = (['one', 'begun', 'all'] as const).map(
    (end) =>
      html`<li><strong>${counted(finished[end], view)}</strong> <span>${view.say(`follow.finished.${end}`)}</span></li>`,
  );
  return html`<ul class="figures">${joined(ends)}${time(seen)}</ul>`;
}

/** The middle time, and the span of the half around it. */
function time({ following: { minutes }, view }: Seen): Html {
  const { say } = view;
  if (minutes === null)
    return html`<li><strong>${say('follow.hidden')}</strong> <span>${say('follow.time.few', { least })}</span></li>`;
  const [q1, median, q3] = [minutes.q1, minutes.median, minutes.q3].map((n) =>
    say('follow.time.minutes', { n }),
  );
  const whose =
    minutes.n === null
      ? say('follow.time.median')
      : say('follow.time.median-of', { people: figures(minutes.n, view) });
  const half = q1 === q3 ? '' : say('follow.time.half', { q1: q1 ?? '', q3: q3 ?? '' });
  return html`<li><strong>${median ?? ''}</strong> <span>${whose} ${half}</span></li>`;
}
