import { html, joined } from '#web/http/pages/html.ts';
import { frame, type LegalSheet, responsible, said, section } from './frame.ts';

const tested = ['axe', 'keyboard', 'contrast', 'narrow', 'pictures', 'script', 'documents'] as const;
const untested = ['audit', 'readers', 'pdf', 'teams', 'catalogue'] as const;

/** What was tested for people with disabilities, what was not, and whom to tell (RGAA 4.1, declaration of accessibility). */
export function accessibilityPage(sheet: LegalSheet): string {
  const { wording } = sheet;
  const { say } = wording;
  const listed = (keys: readonly string[], of: 'tested' | 'untested') =>
    html`<ul>${joined(keys.map((key) => html`<li>${say(`legal.accessibility.${of}.${key}`)}</li>`))}</ul>`;
  return frame(sheet, 'accessibility', [
    section(say('legal.accessibility.state.title'), said(say('legal.accessibility.state.text'))),
    section(say('legal.accessibility.tested.title'), listed(tested, 'tested')),
    section(say('legal.accessibility.untested.title'), listed(untested, 'untested')),
    section(
      say('legal.accessibility.tell.title'),
      said(say('legal.accessibility.tell.text')),
      responsible(wording, 'legal.notice.publisher.who'),
      html`<p>${say('legal.accessibility.tell.authority')} <a href="https://www.defenseurdesdroits.fr">www.defenseurdesdroits.fr</a></p>`,
    ),
  ]);
}
