import { mostWatchers } from '#channels/channel-posts/invite.ts';
import { longestUnclear, unclearKept } from '#domain/participant/participant.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { retentionText } from '#wording/information/retention.ts';
import type { Wording } from '#wording/wording.ts';
import { frame, type LegalSheet, responsible, said, section } from './frame.ts';

/** What is kept of a person, why, how long, where, and how they take it back: in the words of the consent card where it has them. */
export function privacyPage(sheet: LegalSheet): string {
  const { wording } = sheet;
  const { say } = wording;
  return frame(sheet, 'privacy', [
    section(say('legal.privacy.who'), responsible(wording, 'legal.privacy.responsible')),
    kept(wording),
    section(
      say('legal.privacy.purpose.title'),
      said(say('card.consent.purpose')),
      said(say('card.consent.basis.label'), say('card.consent.basis.text')),
      said(say('legal.privacy.purpose.facilitators')),
      said(say('legal.privacy.purpose.texts'), say('legal.privacy.purpose.caution')),
      said(say('legal.privacy.purpose.withdraw')),
      said(say('legal.privacy.purpose.unclear')),
      said(say('legal.privacy.purpose.few')),
    ),
    rights(wording),
    section(
      say('legal.privacy.web.title'),
      said(say('legal.privacy.web.key')),
      said(say('legal.privacy.web.room')),
      said(say('legal.privacy.web.log')),
    ),
    section(
      say('legal.privacy.teams.title'),
      said(say('legal.privacy.teams.hash')),
      said(say('legal.privacy.teams.address')),
      said(say('legal.privacy.teams.identifier')),
      said(say('legal.privacy.teams.refuse')),
      said(say('legal.privacy.teams.members', { most: mostWatchers })),
      said(say('legal.privacy.teams.facilitators')),
    ),
    section(
      say('legal.privacy.where.title'),
      said(say('legal.privacy.where.machine')),
      said(say('legal.privacy.where.microsoft')),
    ),
  ]);
}

function kept(wording: Wording): Html {
  const { say } = wording;
  const things = [
    ...(['answers', 'profile', 'device', 'times', 'spent'] as const).map((it) =>
      say(`legal.privacy.kept.${it}`),
    ),
    say('legal.privacy.kept.unclear', { longest: longestUnclear, most: unclearKept }),
    say('legal.privacy.kept.place'),
    say('legal.privacy.kept.paper'),
  ];
  return section(
    say('legal.privacy.kept.title'),
    listed(things),
    said(say('legal.privacy.kept.not')),
    said(say('card.consent.retention.label'), retentionText(wording)),
    said(say('legal.privacy.kept.after')),
  );
}

/** Each right is a word to write, named as help names it. */
function rights({ say }: Wording): Html {
  const words = (['my-data', 'change', 'erase'] as const).map((word) =>
    say('card.help.line', {
      name: say(`card.help.words.${word}.name`),
      text: say(`card.help.words.${word}.text`),
    }),
  );
  return section(
    say('legal.privacy.rights.title'),
    said(say('legal.privacy.rights.lead')),
    listed(words),
    said(say('legal.privacy.rights.erased'), say('card.erasing.group'), say('legal.privacy.rights.stays')),
    html`<p>${say('legal.privacy.rights.authority')} <a href="https://www.cnil.fr">www.cnil.fr</a></p>`,
  );
}

const listed = (lines: readonly string[]): Html =>
  html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
