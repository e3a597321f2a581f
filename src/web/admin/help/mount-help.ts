import { html, joined } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import type { AdminAnswer, Member } from '../visit.ts';

const parts = {
  steps: ['prepare', 'try', 'open', 'follow', 'close', 'publish'],
  words: ['trajectory', 'direction', 'group', 'provisional', 'ways', 'moment', 'table', 'paper', 'retention'],
  wrong: ['opened', 'closed', 'session', 'both', 'erased', 'link'],
  who: ['reader', 'facilitator', 'owner'],
} as const;

/** `/animation/aide`: what the space does, its words, and what to do when something went wrong. */
export function mountHelp(admin: Admin): void {
  admin.page('/aide', 'reader', async (visit) => page(visit));
}

function page({ say }: Member): AdminAnswer {
  const names = ['steps', 'words', 'wrong', 'who'] as const;
  const list = html`<nav aria-label="${say('help.list')}"><ul>${joined(
    names.map((name) => html`<li><a href="#${name}">${say(`help.${name}.title`)}</a></li>`),
  )}</ul></nav>`;
  const sections = names.map(
    (name) =>
      html`<section id="${name}"><h2>${say(`help.${name}.title`)}</h2><dl class="help">${joined(
        parts[name].map(
          (one) =>
            html`<dt>${say(`help.${name}.${one}.what`)}</dt><dd>${say(`help.${name}.${one}.how`)}</dd>`,
        ),
      )}</dl></section>`,
  );
  const body = html`<p class="lead">${say('help.lead')}</p>
<p><a class="way" href="/animation/visite">${say('tour.begin')}</a></p>
${list}${joined(sections, '\n')}`;
  return { kind: 'page', title: say('help.title'), body };
}
