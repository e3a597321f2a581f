import { type Html, html } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import type { AdminVisit } from '../visit.ts';
import type { Invited } from './invited.ts';
import { toCopy } from './to-copy.ts';

/** How to invite in a channel of Teams, where the assistant is there. */
export function teams({ visit, consultation }: Invited, isInTeams: boolean): Html {
  const { say } = visit;
  const words = say('invite.teams.words', { code: consultation.id });
  return html`<section><h2>${say('invite.teams.title')}</h2>${
    isInTeams
      ? html`<p>${say('invite.teams.how')}</p>${toCopy({ id: 'teams', label: say('invite.teams.label'), text: words }, visit)}`
      : html`<p>${say('invite.teams.absent')}</p>`
  }</section>`;
}

/** A way to facilitate within the chat, made on demand because it opens once. */
export function chat({ visit, consultation, phase, mayChange }: Invited): Html {
  const { say, token } = visit;
  if (!mayChange) return html``;
  return html`<section id="animer"><h2>${say('invite.chat.title')}</h2><p>${say('invite.chat.lead')}</p>${
    phase === 'draft'
      ? html`<p>${say('invite.chat.later')}</p>`
      : html`<form method="post" action="/animation/c/${consultation.id}/inviter/conversation">${hidden('jeton', token)}${button(say('invite.chat.make'), 'beside')}</form>`
  }</section>`;
}

/** The link that was just made, in sight at once. */
export const chatLink = (link: string, visit: AdminVisit): Html =>
  html`<div class="told" role="status">${toCopy({ id: 'chat-link', label: visit.say('invite.chat.link'), text: link }, visit)}<p>${visit.say('invite.chat.once')}</p></div>`;
