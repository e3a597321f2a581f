import { type Html, html, joined } from '#web/http/pages/html.ts';
import { invitationMessage } from '#wording/invitation-message.ts';
import { languageName } from './code.ts';
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
    const language = languageName(lang, visit);
    const rows = (text: string) =>
      text.split('\n').reduce((n, line) => n + 1 + Math.floor(line.length / 80), 0);
    return joined([
      toCopy(
        { id: `subject-${lang}`, label: say('invite.texts.subject', { language }), text: subject, lang },
        visit,
      ),
      toCopy(
        {
          id: `mail-${lang}`,
          label: say('invite.texts.mail', { language }),
          text: mail,
          lang,
          rows: rows(mail),
        },
        visit,
      ),
      toCopy(
        {
          id: `short-${lang}`,
          label: say('invite.texts.short', { language }),
          text: short,
          lang,
          rows: rows(short),
        },
        visit,
      ),
    ]);
  }),
)}</section>`;
}
