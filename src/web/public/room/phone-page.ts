import type { Language } from '#domain/catalogue/language.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { stances } from '#domain/participant/ballot.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageLink } from '#web/http/pages/language-link.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { pointLabel, subjectTitle } from '#wording/room/subject.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { PhoneView } from './phone-view.ts';

/** What may be said once after somebody answered. */
export const phoneSaids = ['late', 'full', 'unread', 'cookie', 'wait'] as const;
export type PhoneSaid = (typeof phoneSaids)[number];

interface Shown {
  readonly wording: Wording;
  readonly view: PhoneView;
  readonly said?: PhoneSaid | undefined;
  /** The other languages of the page. */
  readonly others: readonly Language[];
  readonly now: string;
  readonly addresses: Pick<Addresses, 'base' | 'roomStyle' | 'roomScript' | 'icon'>;
}

/** Where a room is on people's phones. */
export const roomPath = (code: string): string => `/c/${code}/direct`;

/** The page that follows the room: what is asked, with a button a point; it works without a script, which only follows by itself. */
export function phonePage({ wording, view, said, others, now, addresses }: Shown): string {
  const { say, language, consultation } = wording;
  const { title } = consultationNames(wording);
  const here = roomPath(consultation.id);
  const told = said === undefined ? toldOf(view, wording) : say(`room.phone.said.${said}`);
  return document(
    {
      language,
      addresses: { ...addresses, style: addresses.roomStyle },
      title: say('room.phone.title', { title }),
      links: html`<script type="module" src="${addresses.roomScript}"></script>`,
    },
    html`
<main>
<p class="where">${title}</p>
<p role="status" id="told">${told}</p>
<div id="room" data-stream="${here}/flux?lang=${language}" data-sending="${say('room.phone.sending')}" data-failed="${say('room.phone.failed')}">${phonePart(view, wording, now)}</div>
<details class="quiet"><summary>${say('room.phone.privacy.title')}</summary><p>${say('room.phone.privacy.what')}</p><p>${say('room.phone.privacy.once')}</p></details>
</main>
${legalLinks(say, language, { before: languageLinks(others, here, wording) })}`,
  );
}

const languageLinks = (others: readonly Language[], here: string, { say }: Wording): Html =>
  joined(others.map((one) => html`<p>${languageLink(one, `${here}?lang=${one}`, say)}</p>`));

/** What changes on it, with what is read out of it. */
export function phonePart(view: PhoneView, wording: Wording, now: string): Html {
  return html`<div class="part" data-told="${toldOf(view, wording)}">${partOf(view, wording, now)}</div>`;
}

function toldOf(view: PhoneView, wording: Wording): string {
  const { say } = wording;
  if (!('round' in view)) return say(`room.phone.${view.state}`);
  const { state, round, mine } = view;
  if (state === 'open' && mine !== undefined)
    return say('room.phone.kept', { label: pointLabel(round.subject, mine, wording) });
  if (state === 'revealed' || state === 'open')
    return say(`room.phone.${state}.${round.vote === 1 ? 'first' : 'second'}`);
  return say(`room.phone.${state}`);
}

function partOf(view: PhoneView, wording: Wording, now: string): Html {
  const { say, consultation } = wording;
  if (!('round' in view)) {
    const refresh = html`<p><a class="way" href="${roomPath(consultation.id)}?lang=${wording.language}">${say('room.phone.again')}</a></p>`;
    return html`<h1>${say('room.phone.heading')}</h1><p>${say('room.phone.follows')}</p>${refresh}${view.state === 'nothing' ? takePart(consultation, wording, now) : ''}`;
  }
  const { round, state, mine } = view;
  const { subject } = round;
  // Before the vote nothing stands under it.
  const isAsked = state === 'open' || mine !== undefined;
  const ask = isAsked ? html`<p class="ask">${say('room.phone.ask')}</p>` : '';
  const asked = subject.kind === 'trajectory' ? html`${trajectory(subject.trajectory, wording)}${ask}` : '';
  const answered =
    state !== 'open' && mine !== undefined
      ? html`<p class="mine">${say('room.phone.mine', { label: pointLabel(subject, mine, wording) })}</p>`
      : '';
  const waits =
    state === 'open'
      ? points(view, wording)
      : html`<p class="noscript"><a class="way" href="${roomPath(consultation.id)}?lang=${wording.language}">${say('room.phone.again')}</a></p>`;
  return html`<h1>${subjectTitle(subject, wording)}</h1>${asked}${answered}${waits}`;
}

function trajectory(id: string, { text, say }: Wording): Html {
  const its = text.trajectories[id];
  if (its === undefined) return html``;
  return html`<p>${its.summary}</p><details><summary>${say('room.phone.both')}</summary><p><b>${say('room.phone.benefit')}</b> ${its.benefit}</p><p><b>${say('room.phone.risk')}</b> ${its.risk}</p></details>`;
}

/** One tap each. */
function points(view: Extract<PhoneView, { readonly round: unknown }>, wording: Wording): Html {
  const { say, consultation, language } = wording;
  const { round, session, mine, before } = view;
  const { subject, vote, id } = round;
  const label = (stance: (typeof stances)[number]) => pointLabel(subject, stance, wording);
  const buttons = stances.map(
    (stance) =>
      html`<button type="submit" name="point" value="${String(stance)}" aria-pressed="${String(stance === mine)}">${label(stance)}</button>`,
  );
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${before === undefined ? '' : html`<p class="mine">${say('room.phone.before', { label: label(before) })}</p>`}
<form method="post" action="${roomPath(consultation.id)}?lang=${language}" class="points">${hidden('seance', session)}${hidden('tour', id)}${hidden('vote', String(vote))}${joined(buttons)}</form>
<p class="quiet">${say(mine === undefined ? 'room.phone.free' : 'room.phone.change')}</p>`;
}

/** Whoever waits may answer the whole consultation meanwhile. */
const takePart = (its: Consultation, { say }: Wording, now: string): Html =>
  isOpen(its, now) ? html`<p><a href="/c/${its.id}">${say('room.phone.take-part')}</a></p>` : html``;
