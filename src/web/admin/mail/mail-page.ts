import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import { mostAddresses } from '#domain/mail/read-addresses.ts';
import type { MailCounts, MailWish } from '#domain/records/mail-contact.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { invitationMessage } from '#wording/letters/invitation-message.ts';
import type { Wording } from '#wording/wording.ts';
import { area, button, hidden, line, problemList } from '../fields.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';

/** What the page is drawn from. */
interface Shown {
  readonly visit: Member;
  readonly its: Consultation;
  readonly view: Wording;
  readonly address: string;
  readonly counts: MailCounts;
  /** Whether letters can be sent. */
  readonly isThere: boolean;
}

export interface InvitationForm {
  readonly list: string;
  readonly subject: string;
  readonly text: string;
}

interface Sent {
  readonly sent: number;
  readonly refused: number;
}

/** What was just sent or refused. */
export interface SentNow {
  readonly invited?: Sent & { readonly known: number; readonly left: readonly string[] };
  readonly told?: Sent & { readonly left: number };
  readonly problems?: readonly string[];
  readonly given?: InvitationForm;
}

export function mailPage(shown: Shown, now: SentNow): AdminAnswer {
  const { visit, its, isThere } = shown;
  const { say } = visit;
  const body = isThere
    ? html`${told(now, visit)}${invitation(shown, now)}${wishes(shown)}${counted(shown)}`
    : absent(shown);
  const page = tabPage('invite', its, visit, body, say('mail.title'));
  return withProblems(page, now.problems !== undefined);
}

/** What else brings people in. */
function absent({ visit: { say }, its }: Shown): Html {
  const ways = (['copy', 'paper', 'calendar'] as const).map(
    (one) => html`<li>${say(`mail.absent.${one}`)}</li>`,
  );
  return html`<p class="lead">${say('mail.absent.lead')}</p><ul>${joined(ways)}</ul>
<p><a href="/animation/c/${its.id}/inviter">${say('admin.tab.invite')}</a></p><p class="hint">${say('mail.absent.how')}</p>`;
}

function told({ invited, told, problems }: SentNow, { say }: Member): Html {
  if (problems !== undefined)
    return problemList(
      say('admin.problems'),
      problems.map((one) => html`<a href="#list">${one}</a>`),
    );
  const sent = invited ?? told;
  if (sent === undefined) return html``;
  const left = typeof sent.left === 'number' ? sent.left : sent.left.length;
  const lines = [
    say(invited === undefined ? 'mail.sent.told' : 'mail.sent.invited', { n: sent.sent }),
    ...(invited !== undefined && invited.known > 0 ? [say('mail.sent.known', { n: invited.known })] : []),
    ...(sent.refused > 0 ? [say('mail.sent.refused', { n: sent.refused })] : []),
    ...(left > 0 ? [say(invited === undefined ? 'mail.sent.later' : 'mail.sent.left', { n: left })] : []),
  ];
  return html`<div class="told" role="status">${joined(lines.map((one) => html`<p>${one}</p>`))}</div>`;
}

function invitation({ visit, its, view, address }: Shown, { given }: SentNow): Html {
  const { say, token, now } = visit;
  const phase = phaseOf(its, now);
  const title = html`<h2>${say('mail.invite.title')}</h2>`;
  if (phase === 'draft') return html`<section>${title}<p>${say('mail.invite.later')}</p></section>`;
  if (phase !== 'open' && phase !== 'early')
    return html`<section>${title}<p>${say('mail.invite.over')}</p></section>`;
  const { subject, mail: text } = invitationMessage(view, address, now);
  const { list = '', ...written } = given ?? { subject, text };
  return html`<section>${title}<p>${say('mail.invite.lead')}</p>
${its.entry === undefined ? '' : html`<p class="standing">${say('mail.invite.codes')}</p>`}
<form method="post" action="/animation/c/${its.id}/courriel">${hidden('jeton', token)}
${area({
  ...{ name: 'list', label: say('mail.invite.list'), value: list, rows: 8 },
  hint: say('mail.invite.list-hint', { most: mostAddresses }),
})}
${line({ name: 'subject', label: say('mail.invite.subject'), value: written.subject, most: 200 })}
${area({ name: 'text', label: say('mail.invite.text'), value: written.text, rows: 16, most: 5_000 })}
<p>${button(say('mail.invite.do'))}</p></form></section>`;
}

function wishes({ visit, its, counts, address }: Shown): Html {
  const { say, token, now } = visit;
  const one = (wish: MailWish, isDue: boolean) =>
    html`<p>${say(`mail.wish.${wish}`, { n: counts[wish] })}</p>${
      counts[wish] > 0 && isDue
        ? html`<form method="post" action="/animation/c/${its.id}/courriel/envoi">${hidden('jeton', token)}${hidden('wish', wish)}<p>${button(say(`mail.wish.${wish}-do`), 'beside')}</p></form>`
        : ''
    }`;
  return html`<section><h2>${say('mail.wish.title')}</h2><p>${say('mail.wish.lead', { address: `${address}/prevenir` })}</p>
${one('reminder', phaseOf(its, now) === 'open')}${counts['second-round'] > 0 ? one('second-round', openRound(its, now) !== undefined) : ''}${one('result', isPublic(its))}
${isPublic(its) ? '' : html`<p class="hint">${say('mail.wish.unpublished')}</p>`}
<p class="hint">${say('mail.wish.forgotten')}</p></section>`;
}

const counted = ({ visit: { say }, counts }: Shown): Html =>
  html`<section><h2>${say('mail.counts.title')}</h2><p>${say('mail.counts.invited', { n: counts.invited })} ${say('mail.counts.refused', { n: counts.refused })}</p><p class="hint">${say('mail.counts.late')}</p></section>`;
