import { z } from 'zod';
import { markText } from '#application/texts/mark-text.ts';
import { type SortedText, sortedTexts } from '#application/texts/sorted-texts.ts';
import { marksOf } from '#application/texts/text-marks.ts';
import { DomainId } from '#domain/catalogue/domains.ts';
import { textKinds } from '#domain/participant/shared-texts.ts';
import { isReason } from '#domain/records/judge-mark.ts';
import { longestReason, marks, reasons, TextMark } from '#domain/records/text-mark.ts';
import { inSlices } from '#projections/in-slices.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { Paging, paged, pageOf } from '../paging.ts';
import { problem, refused } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const sortings = [...marks, 'unsorted'] as const;

const Text = z.strictObject({
  id: z.string(),
  item: z.string().describe('The question or trajectory that it is about.'),
  domain: DomainId.optional(),
  kind: z.enum(textKinds),
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
  const { store, application, catalogues } = parts;
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['texts:read'],
      params: Code,
      query: Paging.extend({ mark: z.enum(sortings).optional(), kind: z.enum(textKinds).optional() }),
      answers: { 200: pageOf(Text) },
      run: ({ params, actor, query }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const known = await marksOf(its.id, store);
          const sorted = sortedTexts(await application.textsOf(its.id), known, catalogues.of(its));
          const wanted: SortedText[] = [];
          await inSlices(sorted, (text) => {
            const sorting = text.mark?.mark ?? 'unsorted';
            if ((query.kind ?? text.kind) === text.kind && (query.mark ?? sorting) === sorting)
              wanted.push(text);
          });
          const { items, ...place } = paged(wanted, query);
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
      params: OneText,
      body: Decision,
      answers: { 204: 'nothing' },
      async run({ params: { code, id: text }, body: { mark, reason }, actor, say }) {
        const [picked, words] = isReason(reason) ? [reason, ''] : ['', reason];
        const given = { mark, picked, words };
        const marked = await markText(application, actor, { code, text, reason: given });
        if (marked.outcome === 'done') return { kind: 'empty' };
        if (marked.outcome !== 'invalid') return refused(marked.outcome);
        const detail = say(`free-texts.problem.${marked.why}`, { most: longestReason });
        return problem('invalid', { errors: [{ pointer: pointer('reason'), detail }] });
      },
    }),
    route({
      ...bare,
      method: 'delete',
      path: `${path}/{id}/mark`,
      scopes: ['texts:read', 'consultations:write'],
      params: OneText,
      answers: { 204: 'nothing' },
      async run({ params: { code, id: text }, actor }) {
        const marked = await markText(application, actor, { code, text });
        // Without a reason there is nothing to be wrong.
        return marked.outcome === 'done' || marked.outcome === 'invalid'
          ? { kind: 'empty' }
          : refused(marked.outcome);
      },
    }),
  ];
}
