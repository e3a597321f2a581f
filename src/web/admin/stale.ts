import { drawnField } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from './fields.ts';
import type { AdminAnswer, AdminPage, Member } from './visit.ts';
import { wayFrom } from './way-from.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * A form of a page that was open when its reader signed in anew: nothing is done yet, and nothing that they wrote is lost.
 * Only for forms that surely come from a page of ours: the button that sends it again carries their token.
 */
export function stale({ say, path, token }: Member, pairs: Pairs): AdminPage {
  const sent = pairs.filter(([name]) => name !== 'jeton');
  return {
    kind: 'page',
    status: 403,
    title: say('admin.stale.title'),
    body: html`<p class="lead">${say('admin.stale.lead')}</p>
${wordsOf(sent)}
<form method="post" action="${path}">${hidden('jeton', token)}${joined(sent.map(([name, value]) => hidden(name, value)))}
<p>${button(say('admin.stale.send'))}</p></form>`,
  };
}

/** What was written in a form whose consultation is there no more, or changed its address meanwhile: to be copied. */
export function withWords({ say }: Member, pairs: Pairs): AdminAnswer {
  const body = html`<p>${say('admin.missing.advice')}</p>
${wordsOf(pairs)}${wayFrom('', say)}`;
  return { kind: 'page', status: 404, title: say('admin.missing.title'), body };
}

/** What was written rather than chosen. */
function wordsOf(sent: Pairs): Html {
  const written = sent.filter(
    ([name, value]) => !ours.has(name) && (value.length > leastShown || /\s/.test(value.trim())),
  );
  if (written.length === 0) return html``;
  return html`<ul>${joined(
    written.map(([, value]) => html`<li class="message">${value}</li>`),
    '\n',
  )}</ul>`;
}

/** What a page of ours put into its form. */
const ours: ReadonlySet<string> = new Set(['jeton', drawnField]);

/** What is shorter and of one word was chosen rather than written. */
const leastShown = 24;
