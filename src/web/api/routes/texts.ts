import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { longestReason, marks, reasons, TextMark } from '#domain/records/text-mark.ts';
import { keepDecision, readDecision } from '#web/admin/free-texts/decide.ts';
import { sorted } from '#web/admin/free-texts/found.ts';
import { marksOf } from '#web/admin/free-texts/marks-of.ts';
import { formOf } from '#web/http/form.ts';
import { itemTitle } from '#wording/titles.ts';
import { answeredWith, noting } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { Paging, paged, pageOf } from '../paging.ts';
import { problem } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const sortings = [...marks, 'unsorted'] as const;
const kinds = ['answer', 'condition', 'concern'] as const;

const Text = z.strictObject({
  id: z.string(),
  item: z.string().describe('The question or trajectory that it is about.'),
  domain: DomainId.optional(),
  kind: z.enum(kinds),
  text: z.string(),
  mark: TextMark.pick({ mark: true, reason: true, at: true }).optional(),
});

const Decision = z.strictObject({
  mark: z.enum(marks),
  reason: z
    .string()
    .max(longestReason)
    .describe(`Words, or one of: ${marks.map((mark) => `${mark}: ${reasons[mark].join(', ')}`).join('; ')}.`),
});

const path = '/api/consultations/{code}/texts';
const OneText = Code.extend({ id: z.string() });

/** Texts whose authors allow them to be read, never with who wrote them, and what becomes of each. */
export function textRoutes(parts: ApiParts): readonly Route[] {
  const { store, assistant, catalogues, viewOf } = parts;
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['texts:read'],
      summary: 'The texts in the order of the catalogue. Read each for names of people before quoting it.',
      params: Code,
      query: Paging.extend({ mark: z.enum(sortings).optional(), kind: z.enum(kinds).optional() }),
      answers: { 200: pageOf(Text) },
      run: ({ params, query }) =>
        withConsultation(store, params.code, async (its) => {
          const known = await marksOf(its.id, store);
          const all = sorted(await assistant.texts.of(its.id), known, catalogues.of(its)).filter(
            ({ kind, mark }) =>
              (query.kind ?? kind) === kind &&
              (query.mark ?? mark?.mark ?? 'unsorted') === (mark?.mark ?? 'unsorted'),
          );
          const { items, ...place } = paged(all, query);
          const shown = items.map(({ mark, ...text }) => ({
            ...text,
            ...(mark && { mark: { mark: mark.mark, reason: mark.reason, at: mark.at } }),
          }));
          return answeredWith({ ...place, items: shown });
        }),
    }),
    route({
      ...bare,
      method: 'put',
      path: `${path}/{id}/mark`,
      scopes: ['texts:read', 'consultations:write'],
      summary: 'Marks a text, to be quoted or set aside.',
      params: OneText,
      body: Decision,
      answers: { 204: 'nothing' },
      run: ({ params, body, say, ...call }) =>
        withConsultation(store, params.code, async (its) => {
          const text = (await assistant.texts.of(its.id)).find(({ id }) => id === params.id);
          if (text === undefined) return problem('not-found');
          const isCode = marks.some((mark) => reasons[mark].some((one) => one === body.reason));
          const decision = readDecision(
            formOf([
              [body.mark, '1'],
              [isCode ? 'reason' : 'words', body.reason],
            ]),
          );
          if (decision.kind === 'wrong') {
            const detail = say(`free-texts.problem.${decision.why}`, { most: longestReason });
            return problem('invalid', { errors: [{ pointer: pointer('reason'), detail }] });
          }
          const by = { by: call.actor.id, at: call.now };
          await keepDecision({ id: text.id, consultation: its.id }, decision, by, store);
          return noting(
            { kind: 'empty' },
            {
              action: 'text-marked',
              consultation: its.id,
              facts: { name: itemTitle(viewOf(its, call.language), text.item) },
            },
          );
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path: `${path}/{id}/mark`,
      scopes: ['texts:read', 'consultations:write'],
      summary: 'Takes the mark of a text away.',
      params: OneText,
      answers: { 204: 'nothing' },
      run: ({ params, language, actor, now }) =>
        withConsultation(store, params.code, async (its) => {
          const text = (await assistant.texts.of(its.id)).find(({ id }) => id === params.id);
          if (text === undefined) return problem('not-found');
          await keepDecision(
            { id: text.id, consultation: its.id },
            { kind: 'unmarked' },
            { by: actor.id, at: now },
            store,
          );
          return noting(
            { kind: 'empty' },
            {
              action: 'text-marked',
              consultation: its.id,
              facts: { name: itemTitle(viewOf(its, language), text.item) },
            },
          );
        }),
    }),
  ];
}
