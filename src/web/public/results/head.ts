import type { ReleasedView } from '#domain/results/group-view.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { openGraph } from '#web/http/pages/open-graph.ts';
import { type PictureFiles, pictureFile } from '#web/http/results/files.ts';
import type { GroupContent } from '#web/http/results/group-content.ts';
import { calendarLine } from '#wording/calendar/calendar-line.ts';
import { grainOf } from '#wording/numbers.ts';
import { consultationNames } from '#wording/titles.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import type { Wording } from '#wording/wording.ts';

/** What the page is about: title, territory, dates, what its result is, who took part; then three numbers. */
export function pageHead({ standing, who, town, keyFigures }: GroupContent, wording: Wording): Html {
  const { territory } = consultationNames(wording);
  const [first = '', ...others] = who;
  return html`<p class="quiet">${territory} · ${calendarLine(wording)}</p>
<p>${standing.join(' ')}</p>
<p>${first}</p>
${others.length === 0 ? '' : html`<details class="who"><summary>${wording.say('reading.page.who')}</summary>${joined(others.map((line) => html`<p>${line}</p>`))}</details>`}
${town}
${keyFigures}`;
}

interface Previewed {
  readonly wording: Wording;
  /** Shown on the page; absent: it says nothing yet. */
  readonly group?: ReleasedView;
  /** Where anyone reads the page itself, and its pictures. */
  readonly address?: string;
  readonly files?: PictureFiles;
}

/** What is shown of the page where its address is shared (Open Graph). */
export function preview({ wording, group, address, files }: Previewed): Html {
  const { say, language } = wording;
  const { title, territory } = consultationNames(wording);
  const who = group === undefined ? [] : [choseToTakePart(group.scenario.n, grainOf(group.kind), wording)];
  const description = [say('publishing.preview', { territory }), ...who].join(' ');
  const more = {
    ...(address !== undefined && { 'og:url': address }),
    ...(files && {
      'og:image': pictureFile(files, 'rassemble', 'png'),
      'og:image:type': 'image/png',
      'og:image:alt': say('reading.part.together'),
    }),
  };
  const shown = say('results.title', { consultation: title });
  return openGraph({ type: 'article', title: shown, description, language, more });
}
