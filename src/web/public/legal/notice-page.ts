import { html } from '#web/http/pages/html.ts';
import { home } from '../catalogue/frame.ts';
import { frame, type LegalSheet, responsible, said, section } from './frame.ts';

/** Who publishes, what trajectories are, where the method and the program come from. */
export function noticePage(sheet: LegalSheet): string {
  const { wording } = sheet;
  const { say, catalogue, language } = wording;
  return frame(sheet, 'notice', [
    section(
      say('legal.notice.publisher.title'),
      responsible(wording, 'legal.notice.publisher.who'),
      said(say('legal.notice.publisher.host')),
    ),
    section(
      say('legal.notice.trajectories.title'),
      said(say('legal.notice.trajectories.prompt')),
      said(say('legal.notice.trajectories.results')),
    ),
    section(
      say('legal.notice.method.title'),
      said(say('legal.notice.method.source')),
      html`<p><a href="${home(catalogue)}?lang=${language}">${say('legal.notice.method.deck')}</a></p>`,
    ),
    section(say('legal.notice.program.title'), said(say('legal.notice.program.licence'))),
    section(say('legal.notice.part.title'), said(say('legal.notice.part.free'), say('card.consent.free'))),
  ]);
}
