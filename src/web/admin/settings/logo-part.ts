import type { Consultation } from '#domain/consultation/consultation.ts';
import type { LogoProblem } from '#domain/consultation/logo/read-logo.ts';
import { type Logo, logoBounds, logoTypes } from '#domain/records/logo.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { logoImage } from '#web/http/pages/logo-image.ts';
import { button, hidden } from '../fields.ts';
import { named } from '../said.ts';
import type { Member } from '../visit.ts';

/** What is wrong with a file; or that somebody else changed the logo meanwhile. */
export type ToldLogo = LogoProblem | { readonly code: 'meanwhile' };

export interface LogoPart {
  readonly visit: Member;
  readonly its: Consultation;
  readonly logo: Logo | undefined;
  /** What was wrong with the file just sent. */
  readonly problem?: ToldLogo;
}

/** Where forms about the logo are sent. */
const logoForms = (code: string): string => `/animation/c/${code}/reglages/logo`;

/** Where the space shows it, of a draft too. */
export const logoAddress = ({ id, print }: Logo): string => `${logoForms(id)}?v=${print}`;

/** Which logo stands, as one field; an empty text: none. */
export const logoLeaf = (logo: Logo | undefined): Leaves => new Map([['logo', logo?.print ?? '']]);

/** The logo as it is, and the ways to give, replace and take it away. */
export function logoPart(part: LogoPart): Html {
  const { visit, its, logo } = part;
  const { say } = visit;
  const mayChange = visit.role !== 'reader' && its.archivedAt === undefined;
  return html`<section class="logo-part" id="logo-part"><h2>${say('admin.logo.title')}</h2>
<p>${say('admin.logo.lead')}</p>
${
  logo === undefined
    ? html`<p class="quiet">${say('admin.logo.none')}</p>`
    : logoImage(logo, logoAddress(logo), nameOf(its, visit))
}
${mayChange ? forms(part) : ''}</section>`;
}

function forms({ visit, its, logo, problem }: LogoPart): Html {
  const { say, token } = visit;
  const at = logoForms(its.id);
  const told = problem && logoProblem(problem, visit);
  const most = logoBounds.bytes / 1024;
  const drawn = hidden(drawnField, drawnFrom(logoLeaf(logo)));
  return html`<form method="post" action="${at}" enctype="multipart/form-data" class="settings">${hidden('jeton', token)}${drawn}
<div class="field${told === undefined ? '' : ' wrong'}"><label for="logo">${say('admin.logo.file')}</label>
<p class="hint" id="logo-hint">${say('admin.logo.hint', { most, side: logoBounds.side })}</p>
<p class="problem" id="logo-problem"${told === undefined ? html` hidden` : ''} role="alert">${told ?? ''}</p>
<input id="logo" name="logo" type="file" accept="${logoTypes.join(',')}" aria-describedby="logo-hint logo-problem"${told === undefined ? '' : html` aria-invalid="true"`} data-most="${String(logoBounds.bytes)}" data-heavy="${say('admin.logo.problem.heavy-before', { most })}" required></div>
<p class="ways">${button(say(logo === undefined ? 'admin.logo.give' : 'admin.logo.replace'), 'beside')}</p></form>
${logo === undefined ? '' : html`<form method="post" action="${at}/retrait">${hidden('jeton', token)}${drawn}<p>${button(say('admin.logo.remove'), 'plain')}</p></form>`}`;
}

/** What is wrong with a file, and what to do, in a sentence or two. */
const logoProblem = (problem: ToldLogo, { say }: Pick<Member, 'say'>): string =>
  say(`admin.logo.problem.${problem.code}`, {
    ...problem,
    most: problem.code === 'heavy' ? logoBounds.bytes / 1024 : logoBounds.side,
  });

const nameOf = ({ controller, territory }: Consultation, visit: Member): string =>
  named(controller.name, visit) || named(territory, visit);
