import { createHash } from 'node:crypto';
import { type Html, html } from '../../page/html.ts';
import { days } from './days.ts';
import { domains } from './domains.ts';
import { dropOff } from './drop-off.ts';
import { headline, reached } from './headline.ts';
import { people } from './people.ts';
import { least, type Seen } from './seen.ts';
import { unclear } from './unclear.ts';

/** The part of the page that changes while people answer. */
export interface Live {
  /** Tells two states of it apart. */
  readonly print: string;
  readonly markup: string;
}

/** Draws it; `stream`: where its next states come from. */
export function live(seen: Seen, stream: string): Live {
  const inside = html`${headline(seen)}<div id="live-rest">${rest(seen)}</div>`;
  const print = createHash('sha256').update(inside.html).digest('base64url').slice(0, 16);
  const { html: markup } =
    html`<section id="live" data-stream="${stream}" data-print="${print}">${inside}</section>`;
  return { print, markup };
}

function rest(seen: Seen): Html {
  const { following, view } = seen;
  const { say } = view;
  if (following.starts === 0) return html`<p>${say('follow.nobody-yet')}</p>`;
  return html`<p class="quiet">${say('follow.rule', { least })} ${say('follow.rule-hidden', { least })}</p>
${reached(seen)}
${days(seen)}
${domains(seen)}
${people(seen)}
${dropOff(seen)}
${unclear(seen)}`;
}
