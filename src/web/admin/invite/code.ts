import { qrSvg } from '#documents/print/qr.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Invited } from './invited.ts';
import { toCopy } from './to-copy.ts';

/** Where the consultation is, in letters, as a code for telephones, and on paper. */
export function code({ visit, address, url, views, consultation }: Invited): Html {
  const { say } = visit;
  const files = `/animation/c/${consultation.id}/inviter`;
  const file = (name: string, label: string) =>
    html`<li><a href="${files}/${name}" download>${label}</a></li>`;
  const posters = views.map(({ language }) =>
    file(
      `affiche-${language}.pdf`,
      say('invite.poster.one', { language: languageWithin(language, visit.language) }),
    ),
  );
  return html`<section class="leads">
<div>${toCopy({ id: 'address', label: say('invite.address.label'), text: address }, visit)}
${isHereOnly(url) ? html`<p class="here-only">${say('invite.address.here-only')}</p>` : ''}
<h2>${say('invite.code.title')}</h2>
<p>${say('invite.code.lead')}</p>
<ul class="files">${file('code.svg', say('invite.code.svg'))}${file('code.png', say('invite.code.png'))}</ul>
<h2>${say('invite.poster.title')}</h2>
<ul class="files">${joined(posters)}${
    views.length === 1 ? '' : file('affiche.pdf', say('invite.poster.all', { n: views.length }))
  }</ul></div>
<figure class="code">${{ html: qrSvg(address, { label: say('invite.code.label', { address }) }).svg }}</figure>
</section>`;
}

/** Whether an address leads whoever has it to their own machine: a code or a poster of it leads nobody here. */
export const isHereOnly = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
