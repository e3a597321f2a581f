import { z } from 'zod';
import { sees } from '#application/actor.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { allOf } from '#store/all-of.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { ConsultationForm, ConsultationSummary, formAnswered, summaryOf } from '../consultation-form.ts';
import { Paging, paged, pageOf } from '../paging.ts';
import { refused } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { created, judged, set } from '../settings-answers.ts';

export const Code = z.object({ code: z.string() });

const read = { ...bare, scopes: ['consultations:read'] } as const;
const write = { ...bare, scopes: ['consultations:write'] } as const;
const one = '/api/consultations/{code}';

/** Consultations: listed, prepared, set, opened, closed, put away. */
export function consultationRoutes(parts: ApiParts): readonly Route[] {
  const { store, assistant, application } = parts;
  const people = async (its: Consultation) => (await assistant.tallies.participationIn(its)).took;
  // As it is once it was done: what opens at once is open.
  const shown = async (its: Consultation, status?: 201) =>
    formAnswered(its, await people(its), application.now(), status);
  return [
    route({
      ...read,
      method: 'get',
      path: '/api/consultations',
      query: Paging.extend({ phase: ConsultationSummary.shape.phase.optional() }),
      answers: { 200: pageOf(ConsultationSummary) },
      async run({ query, now, actor }) {
        const isWanted = (one: Consultation) =>
          sees(actor, one.id) && (query.phase === undefined || phaseOf(one, now) === query.phase);
        const all = await allOf(store, 'consultation', isWanted);
        all.sort((a, b) => b.opensAt.localeCompare(a.opensAt) || a.id.localeCompare(b.id));
        const { items, ...place } = paged(all, query);
        const summary = async (its: Consultation) => summaryOf(its, await people(its), now);
        return answeredWith({ ...place, items: await Promise.all(items.map(summary)) });
      },
    }),
    route({
      ...write,
      method: 'post',
      path: '/api/consultations',
      body: ConsultationSettings,
      answers: { 201: ConsultationForm },
      problems: ['taken'],
      run: (call) => created(call.body, call, parts, shown),
      judge: (call) => judged(call, parts),
    }),
    route({
      ...read,
      method: 'get',
      path: one,
      params: Code,
      answers: { 200: ConsultationForm },
      run: (call) => withConsultation(store, call, async (its) => shown(its)),
    }),
    route({
      ...write,
      method: 'patch',
      path: one,
      params: Code,
      body: ConsultationSettings,
      answers: { 200: ConsultationForm },
      problems: ['conflict', 'taken', 'fixed', 'changed'],
      run: (call) => set(call.params.code, call.body, call, parts, shown),
      judge: (call) => judged(call, parts, call.params.code),
    }),
    route({
      ...write,
      method: 'delete',
      path: one,
      params: Code,
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      async run({ params: { code }, actor }) {
        const { outcome } = await deleteDraft(application, actor, { code });
        return outcome === 'done' ? { kind: 'empty' } : refused(outcome);
      },
    }),
    ...(['open', 'close', 'archive', 'restore'] as const).map((change) =>
      route({
        ...write,
        method: 'post',
        path: `${one}/${change}`,
        params: Code,
        answers: { 200: ConsultationForm },
        problems: ['conflict'],
        async run({ params: { code }, actor }) {
          const passed = await changeStage(application, actor, { code, change });
          return passed.outcome === 'done' ? shown(passed.consultation) : refused(passed.outcome);
        },
      }),
    ),
    route({
      ...write,
      method: 'post',
      path: `${one}/duplicate`,
      params: Code,
      answers: { 201: ConsultationForm },
      async run({ params: { code }, ...call }) {
        const title = (of: string) => call.say('admin.life.copy', { title: of });
        const copied = await duplicateConsultation(application, call.actor, { code, title });
        return copied.outcome === 'done' ? shown(copied.consultation, 201) : refused(copied.outcome);
      },
    }),
  ];
}
