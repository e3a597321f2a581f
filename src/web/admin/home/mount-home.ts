import { knownOf } from '#application/consultation/known-of.ts';
import { dueRetention } from '#application/retention/retention-of.ts';
import { checklistOf } from '#domain/consultation/checklist/checklist.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { disagreements } from '#wording/settings/information-agreement.ts';
import type { Admin } from '../admin.ts';
import { retentionPart } from '../consultations/retention-part.ts';
import { state } from '../consultations/state.ts';
import type { AdminOptions } from '../options.ts';
import { paperAddress } from '../paper/paper-address.ts';
import { goalPart } from '../participation/goal-part.ts';
import { tabPage } from '../tab-page.ts';
import type { Member } from '../visit.ts';
import { checklistPart, nextPart } from './home-page.ts';

type HomeParts = Pick<AdminOptions, 'application' | 'assistant' | 'viewOf'>;

/** `/animation/c/{code}`: where a consultation is, the one thing to do next, and all that is to be done. */
export function mountHome(admin: Admin, { application, assistant, viewOf }: HomeParts): void {
  admin.pageOf('/c/:code', 'reader', async (visit, its) => {
    const lacksContact = its.controller.contact === '' ? 1 : 0;
    const texts = Object.keys(its.information ?? {});
    const lacks = lacksContact + texts.flatMap((language) => disagreements(viewOf(its, language))).length;
    const isTried = await assistant.trials.wasTried(its.id);
    const known = await knownOf(application, its, { lacks, isTried });
    const page = { its, visit, known, checklist: checklistOf(its, known, visit.now) };
    const retention = await dueRetention(application, its);
    const body = html`${nextPart(page)}
${its.draft ? '' : goalPart(its, known.took, visit)}
${checklistPart(page)}
${onPaper(its, visit)}
${state(its, visit)}
${retentionPart(its, retention, visit)}`;
    return tabPage('home', its, visit, body);
  });
}

/** The way to paper sheets, while people may answer. */
const onPaper = (its: Consultation, { say, now, role }: Member): Html =>
  isOpen(its, now) && role !== 'reader'
    ? html`<p><a href="${paperAddress(its.id)}">${say('paper.page.from-home')}</a></p>`
    : html``;
