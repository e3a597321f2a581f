import { type Html, html } from '#web/http/pages/html.ts';
import type { LivePart } from '#web/http/streams.ts';
import { livePart } from '../live-streams.ts';
import { days } from './days.ts';
import { domains } from './domains.ts';
import { dropOff } from './drop-off.ts';
import { headline, reached } from './headline.ts';
import { onWhat } from './on-what.ts';
import { people } from './people.ts';
import type { PageFigures } from './seen.ts';
import { unclear } from './unclear.ts';

/** Draws the part of the page that changes while people answer; `stream`: where its next states come from. */
export function live(seen: PageFigures, stream: string): LivePart {
  const inside = html`${headline(seen)}<div id="live-rest">${rest(seen)}</div>`;
  return livePart(inside, seen.view.language, stream);
}

function rest(seen: PageFigures): Html {
  const { following, view } = seen;
  if (following.starts === 0) return html`<p>${view.say('participation.nobody-yet')}</p>`;
  return html`${reached(seen)}
${days(seen)}
${domains(seen)}
${people(seen)}
${onWhat(seen)}
${dropOff(seen)}
${unclear(seen)}`;
}
