import { z } from 'zod';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { allOf } from '#store/all-of.ts';
import { duplicate, pass, passages } from '#web/admin/consultations/passage.ts';
import { freeCode } from '#web/admin/settings/free-code.ts';
import { answeredWith, noting } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import {
  ConsultationForm,
  ConsultationSummary,
  formAnswered,
  isPresent,
  summaryOf,
} from '../consultation-form.ts';
import { Paging, paged, pageOf } from '../paging.ts';
import { problem } from '../problem.ts';
import { type ApiAnswer, type ApiCaller, bare, type Route, route } from '../route.ts';
import { withSettings } from '../settings.ts';
import { ConsultationSettings } from '../settings-shape.ts';

export const Code = z.object({ code: z.string() });

const read = { ...bare, scopes: ['consultations:read'] } as const;
const write = { ...bare, scopes: ['consultations:write'] } as const;
const one = '/api/consultations/{code}';

/** Consultations: listed, prepared, set, opened, closed, put away. */
export function consultationRoutes(parts: ApiParts): readonly Route[] {
  const { store, assistant } = parts;
  const people = async (its: Consultation) => (await assistant.tallies.participationIn(its)).took;
  const shown = async (its: Consultation, { now }: ApiCaller, status?: 201) =>
    formAnswered(its, await people(its), now, status);
  return [
    route({
      ...read,
      method: 'get',
      path: '/api/consultations',
      summary: 'Every consultation, the latest to open first.',
      query: Paging.extend({ phase: ConsultationSummary.shape.phase.optional() }),
      answers: { 200: pageOf(ConsultationSummary) },
      async run({ query, now }) {
        const isWanted = (one: Consultation) =>
          query.phase === undefined || phaseOf(one, now) === query.phase;
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
      summary: 'A new consultation, as a draft.',
      body: ConsultationSettings,
      answers: { 201: ConsultationForm },
      problems: ['taken'],
      run: (call) => created(call.body, call, parts, shown),
    }),
    route({
      ...read,
      method: 'get',
      path: one,
      summary: 'One consultation with its settings; ETag is its version.',
      params: Code,
      answers: { 200: ConsultationForm },
      run: ({ params, ...call }) => withConsultation(store, params.code, async (its) => shown(its, call)),
    }),
    route({
      ...write,
      method: 'patch',
      path: one,
      summary: 'Other settings; what is left out stays. A draft may take another code.',
      params: Code,
      body: ConsultationSettings,
      answers: { 200: ConsultationForm },
      problems: ['conflict', 'taken', 'fixed', 'changed'],
      run: (call) => set(call.params.code, call.body, call, parts, shown),
    }),
    route({
      ...write,
      method: 'delete',
      path: one,
      summary: 'Gives up a draft.',
      params: Code,
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) => {
          if (its.draft === undefined) return problem('conflict');
          await store.erase('consultation', its.id);
          return noting({ kind: 'empty' }, { did: 'deleted', consultation: its.id });
        }),
    }),
    ...(['open', 'close', 'archive', 'restore'] as const).map((way) =>
      route({
        ...write,
        method: 'post',
        path: `${one}/${way}`,
        summary: ways[way],
        params: Code,
        answers: { 200: ConsultationForm },
        problems: ['conflict'],
        async run({ params, ...call }) {
          const passed = await pass(params.code, call.now, passages[way], store);
          if (passed.outcome === 'missing') return problem('not-found');
          if (passed.outcome === 'unfit') return problem('conflict');
          const { did } = passages[way];
          return noting(await shown(passed.consultation, call), {
            did,
            consultation: passed.consultation.id,
          });
        },
      }),
    ),
    route({
      ...write,
      method: 'post',
      path: `${one}/duplicate`,
      summary: 'A draft with the same settings.',
      params: Code,
      answers: { 201: ConsultationForm },
      run: ({ params, ...call }) =>
        withConsultation(store, params.code, async (model) => {
          const copy = await duplicate(model, { ...call, store });
          return noting(await shown(copy, call, 201), { did: 'duplicated', consultation: copy.id });
        }),
    }),
  ];
}

const ways = {
  open: 'Opens a draft.',
  close: 'Closes it for good: nobody may answer any more.',
  archive: 'Puts a closed one away.',
  restore: 'Takes it out again.',
} as const;

type Shown = (its: Consultation, call: ApiCaller, status?: 201) => Promise<ApiAnswer>;

async function created(given: ConsultationSettings, call: ApiCaller, parts: ApiParts, shown: Shown) {
  const { store } = parts;
  const fresh = await parts.blank();
  // The title and the territory are looked at, given or not.
  const made = withSettings(fresh, { ...given, title: given.title ?? {} }, call, parts);
  if ('kind' in made) return made;
  const wanted = given.code === undefined ? undefined : made.id;
  const code = await freeCode(made.title[made.language] ?? '', wanted, store);
  if (code === undefined) return problem('taken');
  const saved = await store.save('consultation', { ...made, id: code, version: 0 });
  if (saved.outcome === 'conflict') return problem('taken');
  return noting(await shown(saved.record, call, 201), { did: 'created', consultation: code });
}

async function set(
  code: string,
  given: ConsultationSettings,
  call: ApiCaller,
  parts: ApiParts,
  shown: Shown,
): Promise<ApiAnswer> {
  const { store } = parts;
  return withConsultation(store, code, async (before) => {
    if (!isPresent(before, call.ifMatch)) return problem('changed');
    if (before.archivedAt !== undefined) return problem('conflict');
    const made = withSettings(before, given, call, parts);
    if ('kind' in made) return made;
    const isRenamed = made.id !== before.id;
    if (isRenamed && (await store.load('consultation', made.id)) !== undefined) return problem('taken');
    const saved = await store.save('consultation', { ...made, version: isRenamed ? 0 : before.version });
    // Without a version, what is asked is said of the newer one.
    if (saved.outcome === 'conflict')
      return call.ifMatch === undefined ? set(code, given, call, parts, shown) : problem('changed');
    if (isRenamed) await store.erase('consultation', before.id);
    return noting(await shown(saved.record, call), { did: 'changed', consultation: saved.record.id });
  });
}
