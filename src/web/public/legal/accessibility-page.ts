import { html, joined } from '#web/http/pages/html.ts';
import { spokenDay } from '#wording/titles.ts';
import { frame, type LegalSheet, responsible, said, section } from './frame.ts';

const tested = [
  'axe',
  'how',
  'keyboard',
  'reader',
  'narrow',
  'forced',
  'pictures',
  'script',
  'documents',
] as const;
const untested = ['audit', 'readers', 'pdf', 'conversation', 'teams', 'catalogue'] as const;
const made = ['technologies', 'tools', 'pages'] as const;

/** The day on which somebody last held what is said here against the program. */
const established = '2026-11-29';

/** The declaration of accessibility, in the parts that RGAA 4.1 asks for. */
export function accessibilityPage(sheet: LegalSheet): string {
  const { wording } = sheet;
  const { say, language } = wording;
  const listed = (lines: readonly string[]) =>
    html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
  const day = spokenDay(established, language);
  return frame(sheet, 'accessibility', [
    html`<p>${say('legal.accessibility.covers')}</p>`,
    section(say('legal.accessibility.state.title'), said(say('legal.accessibility.state.text'))),
    section(
      say('legal.accessibility.tested.title'),
      listed(tested.map((key) => say(`legal.accessibility.tested.${key}`))),
    ),
    section(
      say('legal.accessibility.untested.title'),
      listed(untested.map((key) => say(`legal.accessibility.untested.${key}`))),
    ),
    section(
      say('legal.accessibility.made.title'),
      said(say('legal.accessibility.made.day', { day })),
      ...made.map((key) => said(say(`legal.accessibility.made.${key}`))),
    ),
    section(
      say('legal.accessibility.tell.title'),
      said(say('legal.accessibility.tell.text')),
      responsible(wording, 'legal.notice.publisher.who'),
    ),
    section(say('legal.accessibility.remedies.title'), ...remedies(sheet)),
  ]);
}

/** Where to turn to when nobody answers. */
function remedies({ wording: { say } }: LegalSheet) {
  return [
    said(say('legal.accessibility.remedies.text')),
    html`<ul>
<li>${say('legal.accessibility.remedies.online')} <a href="https://formulaire.defenseurdesdroits.fr">formulaire.defenseurdesdroits.fr</a></li>
<li>${say('legal.accessibility.remedies.delegate')} <a href="https://www.defenseurdesdroits.fr">www.defenseurdesdroits.fr</a></li>
<li>${say('legal.accessibility.remedies.post')}</li>
</ul>`,
  ];
}
