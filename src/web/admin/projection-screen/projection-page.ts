import type { Language } from '#domain/catalogue/language.ts';
import { allows } from '#domain/records/account.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { erasedText } from '#wording/information/retention.ts';
import { kindLine } from '#wording/results/result-state.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Wording } from '#wording/wording.ts';
import { sessionList } from '../room/session-list.ts';
import type { Member } from '../visit.ts';
import { projectionKeys } from './keys.ts';
import { spokenIn } from './spoken-in.ts';

interface RoomPage {
  readonly visit: Member;
  readonly view: Wording;
  readonly group: GroupView;
  /** Those of votes in the room, the latest first. */
  readonly sessions: readonly LiveSession[];
}

/** The way to the projection with its keys and to votes in the room, and the briefing. */
export function projectionPage({ visit, view, group, sessions }: RoomPage): Html {
  const { say } = visit;
  const spoken = spokenIn(view, visit.languages);
  const here = `/animation/c/${view.consultation.id}/salle`;
  return html`<p class="lead">${say('projection.page.lead')}</p>
<section><h2>${say('projection.page.projection')}</h2>
<p>${say('projection.page.slides')}</p>
<p>${say('projection.page.private', { n: view.consultation.minGroup })}</p>
<p class="ways">${joined(
    spoken.map(
      (language) =>
        html`<a class="way" href="${here}/projection?lang=${language}">${say('projection.page.open', { language: languageWithin(language, visit.language) })}</a>`,
    ),
    '\n',
  )}</p>
<details><summary>${say('projection.keys.title')}</summary><div class="wide" tabindex="0" role="region" aria-label="${say('projection.keys.title')}">${projectionKeys(say)}</div></details></section>
<section><h2>${say('room.begin.title')}</h2>
<p>${say('room.begin.what')}</p>
<p class="ways">${joined(
    spoken.map(
      (language) =>
        html`<a class="way" href="${here}/direct?lang=${language}">${say('room.screen.open', { language: languageWithin(language, visit.language) })}</a>`,
    ),
    '\n',
  )}</p>
${allows(visit.role, 'facilitator') ? html`<p class="ways"><a class="way" href="${here}/tables?lang=${visit.language}">${say('breakout.kit.project')}</a></p>` : ''}
${sessionList(view.consultation, sessions, visit)}</section>
<section><h2>${say('projection.page.briefing')}</h2>
<p>${say('projection.page.holds')}</p>
${note(group, spoken, here, view)}</section>`;
}

function note(group: GroupView, spoken: readonly Language[], here: string, view: Wording): Html {
  const { say } = view;
  if (group.state === 'waiting')
    return html`<p class="missing">${say('projection.waiting.missing', { needed: group.needed })} ${say('card.group.waiting-why', { minGroup: group.minGroup })}</p>`;
  const files = spoken.flatMap((language) =>
    (['pdf', 'docx'] as const).map(
      (kind) =>
        html`<li><a href="${here}/note.${kind}?lang=${language}" download>${say(`projection.page.${kind}`, { language: languageWithin(language, view.language) })}</a></li>`,
    ),
  );
  return html`<p class="quiet">${kindLine(group, view)} ${erasedText(view) ?? ''}</p>
<ul class="papers">${joined(files)}</ul>`;
}
