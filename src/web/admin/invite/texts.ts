import { type Html, html, joined } from '#web/http/pages/html.ts';
import { invitationMessage } from '#wording/letters/invitation-message.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Invited } from './invited.ts';
import { toCopy } from './to-copy.ts';

/** What to send, in each language of the consultation. */
export function texts({ visit, address, views }: Invited): Html {
  const { say } = visit;
  return html`<section><h2>${say('invite.texts.title')}</h2>
<p>${say('invite.texts.lead')}</p>
${joined(
  views.map((view) => {
    const { language: lang } = view;
    const { subject, mail, short } = invitationMessage(view, address, visit.now);
    const language = languageWithin(lang, visit.language);
    const copy = (id: 'subject' | 'mail' | 'short', text: string, rows?: number) => {
      const label = say(`invite.texts.${id}`, { language });
      return toCopy({ id: `${id}-${lang}`, label, text, lang, ...(rows && { rows }) }, visit);
    };
    return joined([
      copy('subject', subject),
      copy('mail', mail, rowsOf(mail)),
      copy('short', short, rowsOf(short)),
    ]);
  }),
)}</section>`;
}

const rowsOf = (text: string): number =>
  text.split('\n').reduce((n, line) => n + 1 + Math.floor(line.length / 80), 0);
