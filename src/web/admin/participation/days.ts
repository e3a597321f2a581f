import { columns } from '#charts/columns.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import type { Wording } from '#wording/wording.ts';
import { day } from '../said.ts';
import { figures, least, type PageFigures } from './seen.ts';

/** When people came: a picture and its table. */
export function days({ following, view }: PageFigures): Html {
  const { say } = view;
  const title = say('participation.days.title');
  if (following.days.length === 0)
    return html`<section><h2>${title}</h2><p class="quiet">${say('participation.days.few', { least })}</p></section>`;
  const picture = columns(
    say('participation.days.picture'),
    following.days.map((span) => ({ title: short(span, view), n: span.n })),
  );
  const rows = following.days.map((span) => [spelt(span, view), figures(span.n, view)]);
  const head = [say('participation.days.when'), say('participation.people')];
  return html`<section><h2>${title}</h2>
<figure>${{ html: picture.svg }}<figcaption>${say('participation.days.note', { least })}</figcaption></figure>
<details id="days"><summary id="days-open">${say('participation.figures')}</summary>${wideTable(title, { head, rows }, { id: 'days-table', look: 'counts' })}</details></section>`;
}

type Span = ParticipationView['days'][number];

/** A day of the calendar, whatever the clock of the machine says. */
const noon = (date: string) => `${date}T12:00:00Z`;

function spelt({ from, to }: Span, view: Wording): string {
  const [first, last] = [from, to].map((date) => day(noon(date), view, 'UTC'));
  if (from === to) return first ?? '';
  return view.say('participation.days.span', { from: first ?? '', to: last ?? '' });
}

const short = ({ from, to }: Span, { language }: Wording): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).formatRange(new Date(noon(from)), new Date(noon(to)));
