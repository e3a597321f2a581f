import { domainToUnicode } from 'node:url';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { mostOrigins } from '#domain/consultation/settings/frame-origins.ts';
import type { SettingProblem } from '#domain/consultation/settings/settings.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { area, button, hidden, problemList } from '../fields.ts';
import { named } from '../said.ts';
import type { Member } from '../visit.ts';
import type { Invited } from './invited.ts';
import { toCopy } from './to-copy.ts';

/** What somebody sent that cannot be kept. */
export interface RefusedOrigins {
  readonly text: string;
  readonly problems: readonly SettingProblem[];
}

/** The conversation within the town's own site: which sites may show it, and what to put there. */
export function embedding(shown: Invited, refused: RefusedOrigins | undefined): Html {
  const { visit, consultation, url } = shown;
  const { say } = visit;
  const { id: code, frameOrigins = [] } = consultation;
  return html`<section id="site"><h2>${say('invite.embed.title')}</h2><p>${say('invite.embed.lead')}</p>
${sites(shown, refused)}
${frameOrigins.length === 0 ? html`<p class="quiet">${say('invite.embed.none')}</p>` : ''}
${toCopy({ id: 'script', label: say('invite.embed.script'), text: scriptLine({ url, code }), rows: 3 }, visit)}
${toCopy({ id: 'frame', label: say('invite.embed.frame'), text: frameLine({ url, code }, named(consultation.title, visit)), rows: 4 }, visit)}
</section>`;
}

/** The sites as the form sends them, one a line. */
export const sitesLeaf = ({ frameOrigins = [] }: Consultation): Leaves =>
  new Map([['origins', frameOrigins.map(readable).join('\n')]]);

/** Lines as they are kept, however they end. */
export const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

function sites({ visit, consultation, mayChange }: Invited, refused: RefusedOrigins | undefined): Html {
  const { say, token } = visit;
  const problems = (refused?.problems ?? []).map((one) => problem(one, visit));
  const field = area({
    name: 'origins',
    label: say('invite.embed.origins'),
    hint: say('invite.embed.origins-hint'),
    value: refused?.text ?? sitesLeaf(consultation).get('origins') ?? '',
    rows: 4,
    ...(problems.length > 0 && { problem: problems.join(' ') }),
  });
  if (!mayChange) return html`<fieldset disabled class="settings">${field}</fieldset>`;
  return html`<form method="post" action="/animation/c/${consultation.id}/inviter/sites">${hidden('jeton', token)}${hidden(drawnField, drawnFrom(sitesLeaf(consultation)))}${field}<p>${button(say('admin.save'))}</p></form>`;
}

/** Every wrong line at the top of the page, each with the way to the field. */
export function wrongLines({ problems }: RefusedOrigins, visit: Member): Html {
  const items = problems.map((one) => html`<a href="#origins">${problem(one, visit)}</a>`);
  return problemList(visit.say('admin.problems'), items);
}

function problem({ facts, path }: SettingProblem, { say }: Member): string {
  const line = { n: Number(path[0]) + 1, text: `${facts.text}` };
  switch (facts.why) {
    case 'instead':
      return say('invite.embed.instead', { ...line, origin: readable(`${facts.origin}`) });
    case 'too-many':
      return say('invite.embed.too-many', { ...line, most: mostOrigins });
    default:
      return say('invite.embed.no-address', line);
  }
}

/** An origin with the accents that its name is known by. */
function readable(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  return `${protocol}//${domainToUnicode(hostname)}${port === '' ? '' : `:${port}`}`;
}

/** Where a consultation is, for a page of another site. */
interface Place {
  /** Where people reach the program, without a final slash. */
  readonly url: string;
  readonly code: string;
}

/** One line that shows the conversation where it stands in a page. */
const scriptLine = ({ url, code }: Place): string =>
  html`<script src="${url}/integration.js" data-consultation="${code}" async></script>`.html;

/** The same for a site that takes no script of others; `title` says to those who do not see it what the frame holds. */
const frameLine = ({ url, code }: Place, title: string): string =>
  html`<iframe src="${url}/c/${code}" title="${title}" width="100%" height="720" style="border:0;max-height:80vh" loading="lazy" allow="" referrerpolicy="no-referrer"></iframe>`
    .html;
