import { columns } from '#charts/columns.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import type { Wording } from '#wording/wording.ts';
import { day } from '../said.ts';
import { figures, type PageFigures } from './seen.ts';

/** When people came: a picture and its table. */
export function days({ following, view }: PageFigures): Html {
  const { say } = view;
  const title = say('participation.days.title');
  if (following.days.length === 0) return html``;
  const picture = columns(
    say('participation.days.picture'),
    following.days.map(({ day, n }) => ({ title: short(day, view), n })),
  );
  const rows = following.days.map((one) => [day(noon(one.day), view, 'UTC'), figures(one.n, view)]);
  const head = [say('participation.days.when'), say('participation.people')];
  return html`<section><h2>${title}</h2>
<figure>${{ html: picture.svg }}</figure>
<details id="days"><summary id="days-open">${say('participation.figures')}</summary>${wideTable(title, { head, rows }, { id: 'days-table', look: 'counts' })}</details></section>`;
}

/** A day of the calendar, whatever the clock of the machine says. */
const noon = (date: string) => `${date}T12:00:00Z`;

const short = (day: string, { language }: Wording): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(noon(day)));
