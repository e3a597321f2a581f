import type { Form } from '#web/http/form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from './fields.ts';
import type { AdminAnswer, Member } from './visit.ts';

/**
 * A form of a page that was open when its reader signed in anew: nothing is done yet, and nothing that they wrote is lost.
 * Only for forms that surely come from a page of ours: the button that sends it again carries their token.
 */
export function stale({ say, path, token }: Member, form: Form): AdminAnswer {
  const sent = form.pairs.filter(([name]) => name !== 'jeton');
  const written = sent.filter(([, value]) => value.length > leastShown || /\s/.test(value.trim()));
  return {
    kind: 'page',
    status: 403,
    title: say('admin.stale.title'),
    body: html`<p class="lead">${say('admin.stale.lead')}</p>
<ul>${joined(
      written.map(([, value]) => html`<li class="message">${value}</li>`),
      '\n',
    )}</ul>
<form method="post" action="${path}">${hidden('jeton', token)}${joined(sent.map(([name, value]) => hidden(name, value)))}
<p>${button(say('admin.stale.send'))}</p></form>`,
  };
}

/** What is shorter and of one word was chosen rather than written. */
const leastShown = 24;
