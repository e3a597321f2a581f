import { dated, languageTitle } from '#cards/titles.ts';
import type { View } from '#cards/view.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { Language } from '#domain/language.ts';
import { type Html, html } from '../../page/html.ts';
import { joined } from '../../page/joined.ts';
import type { Member } from '../visit.ts';
import { keyTable } from './keys.ts';
import { spokenIn } from './spoken-in.ts';

interface RoomPage {
  readonly visit: Member;
  readonly view: View;
  readonly group: GroupView;
}

/** The way to the projection with its keys, and the briefing. */
export function roomPage({ visit, view, group }: RoomPage): Html {
  const { say } = visit;
  const spoken = spokenIn(view, visit.languages);
  const here = `/animation/c/${view.consultation.id}/salle`;
  return html`<p class="lead">${say('room.page.lead')}</p>
<section><h2>${say('room.page.projection')}</h2>
<p>${say('room.page.slides')}</p>
<p>${say('room.page.private', { n: view.consultation.minGroup })}</p>
<p class="ways">${joined(
    spoken.map(
      (language) =>
        html`<a class="way" href="${here}/projection?lang=${language}">${say('room.page.open', { language: languageTitle(language) })}</a>`,
    ),
    '\n',
  )}</p>
<details><summary>${say('room.keys.title')}</summary><div class="wide" tabindex="0" role="region" aria-label="${say('room.keys.title')}">${keyTable(say)}</div></details></section>
<section><h2>${say('room.page.briefing')}</h2>
<p>${say('room.page.holds')}</p>
${note(group, spoken, here, view)}</section>`;
}

function note(group: GroupView, spoken: readonly Language[], here: string, view: View): Html {
  const { say } = view;
  if (group.state === 'waiting')
    return html`<p class="missing">${say('room.waiting.missing', { needed: group.needed })} ${say('card.group.waiting-why', { minGroup: group.minGroup })}</p>`;
  const files = spoken.flatMap((language) =>
    (['pdf', 'docx'] as const).map(
      (kind) =>
        html`<li><a href="${here}/note.${kind}?lang=${language}" download>${say(`room.page.${kind}`, { language: languageTitle(language) })}</a></li>`,
    ),
  );
  return html`<p class="quiet">${say('card.group.at', { date: dated(view, group.at) })}</p>
<ul class="papers">${joined(files)}</ul>`;
}
