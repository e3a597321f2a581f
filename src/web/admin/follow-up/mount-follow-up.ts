import { tellPeople } from '#application/consultation/tell-people.ts';
import { correctFollowUp } from '#application/follow-up/correct-follow-up.ts';
import { type FollowUpOutcome, heldIn, writeFollowUp } from '#application/follow-up/write-follow-up.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { mayFollowUp } from '#domain/consultation/follow-up/follow-up-due.ts';
import type { FollowUpSaying } from '#domain/consultation/follow-up/judge-follow-up.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { lifePaths } from '../consultations/state.ts';
import type { Problems } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import type { AdminOptions } from '../options.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { asSaid, besideFields, followUpForm, sayingIn, unwritten } from './follow-up-form.ts';
import { answersAddress, followUpPage } from './follow-up-page.ts';

type FollowUpParts = Pick<AdminOptions, 'application' | 'viewOf'>;

const path = '/c/:code/suites';
const answers = `${path}/reponses`;

/** What is wrong with what was sent, beside it. */
interface Sent {
  readonly given: FollowUpSaying;
  readonly problems: Problems;
}

/** `/animation/c/{code}/suites`: what was done with the result, written for people, added to and put right. */
export function mountFollowUp(admin: Admin, { application, viewOf }: FollowUpParts): void {
  const { catalogues } = application;
  const shown = (visit: Member, its: Consultation, sent?: Sent): AdminAnswer => {
    const view = viewOf(its, visit.language);
    const held = heldIn(its, catalogues);
    const { given, problems } = sent ?? { given: unwritten(visit, its, held), problems: {} };
    const label = visit.say('follow-up.form.do');
    const form = followUpForm({ visit, view, held, to: answersAddress(its.id), given, problems, label });
    const page = tabPage('follow-up', its, visit, followUpPage({ its, visit, view, form }));
    return withProblems(page, sent !== undefined);
  };
  const correcting = (visit: Member, its: Consultation, id: string, sent?: Sent): AdminAnswer => {
    const known = its.followUps?.find((one) => one.id === id);
    if (known === undefined || !mayFollowUp(its, visit.now)) return { kind: 'missing' };
    const { say } = visit;
    const { given, problems } = sent ?? { given: asSaid(known), problems: {} };
    const form = followUpForm({
      ...{ visit, view: viewOf(its, visit.language), held: heldIn(its, catalogues), given, problems },
      ...{ to: `${answersAddress(its.id)}/${id}`, label: say('follow-up.page.correct-do') },
    });
    const body = html`<p><a href="${tabAddress(its.id, 'follow-up')}">${say('follow-up.page.back')}</a></p>
<p>${say('follow-up.page.correct-how')}</p>${form}`;
    const page = tabPage('follow-up', its, visit, body, say('follow-up.page.correct-title'));
    return withProblems(page, sent !== undefined);
  };
  /** What became of it: where it is read, or the form again with what is wrong. */
  const answered = (
    done: FollowUpOutcome,
    said: 'follow-up-written' | 'follow-up-corrected',
    visit: Member,
    again: (problems: Problems) => AdminAnswer,
  ): AdminAnswer => {
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `${tabAddress(done.consultation.id, 'follow-up')}#reponses`, said };
      case 'invalid':
        return again(besideFields(done.problems, visit));
      case 'too-many':
        return again({ trajectory: visit.say('follow-up.problem.too-many', { most: done.most }) });
      default:
        return refused(done.outcome);
    }
  };
  admin.pageOf(path, 'reader', async (visit, its) => shown(visit, its));
  admin.actOf(answers, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const given = sayingIn(form, heldIn(its, catalogues));
    const done = await writeFollowUp(application, visit.actor, { code: its.id, saying: given });
    return answered(done, 'follow-up-written', visit, (problems) => shown(visit, its, { given, problems }));
  });
  admin.pageOf(`${answers}/:id`, 'facilitator', async (visit, its) =>
    correcting(visit, its, visit.params.id ?? ''),
  );
  admin.actOf(`${answers}/:id`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const { id = '' } = visit.params;
    const given = sayingIn(form, heldIn(its, catalogues));
    const done = await correctFollowUp(application, visit.actor, { code: its.id, id, saying: given });
    return answered(done, 'follow-up-corrected', visit, (problems) =>
      correcting(visit, its, id, { given, problems }),
    );
  });
  mountTold(admin, application);
}

/** People were told in another way; or they were not after all. */
function mountTold(admin: Admin, application: FollowUpParts['application']): void {
  for (const [way, told] of [
    [lifePaths.told, true],
    [lifePaths.notTold, false],
  ] as const)
    admin.actOf(`/c/:code/${way}`, 'facilitator', async (visit, { id: code }) => {
      const { outcome } = await tellPeople(application, visit.actor, { code, told });
      // Pressed twice, or by two: it stands as it was wished.
      if (outcome !== 'done' && outcome !== 'unfit') return refused(outcome);
      return { kind: 'to', path: `/animation/c/${code}`, said: 'saved' };
    });
}
