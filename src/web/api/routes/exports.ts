import { z } from 'zod';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import { releasedOf } from '#documents/queue/job.ts';
import type { Result } from '#documents/result.ts';
import { type Exported, exportFile, formats, mediaTypes } from '#web/admin/results/export-file.ts';
import { shownOf } from '#web/admin/results/results-parts.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';
import { tooFew } from './results.ts';

const briefings = { 'briefing-pdf': 'pdf', 'briefing-docx': 'docx' } as const;
const isBriefing = (format: string): format is keyof typeof briefings => format in briefings;

/** The result as a file. */
export function exportRoutes(parts: ApiParts): readonly Route[] {
  const { store, assistant, catalogues, phrases, documents, viewOf } = parts;
  return [
    route({
      ...bare,
      method: 'get',
      path: '/api/consultations/{code}/exports/{format}',
      scopes: ['exports:read'],
      summary: 'The released result as a file, or the briefing of a seminar.',
      params: Code.extend({ format: z.enum([...formats, 'briefing-pdf', 'briefing-docx']) }),
      query: z.object({ lang: z.string().optional() }),
      answers: {
        200: {
          files: Object.values(mediaTypes).map((type) => type.replace(/;.*/, '')),
        },
      },
      problems: ['too-few', 'conflict', 'busy'],
      run: ({ params: { code, format }, query, ...call }) =>
        withConsultation(store, code, async (its) => {
          const tallies = { tallies: assistant.tallies, catalogues };
          const { group, vision } = await shownOf(its, call.now, tallies);
          if (group.state === 'waiting') return tooFew(group);
          const { at, scenario } = group;
          const language = phrases.languages.find((one) => one === query.lang) ?? call.language;
          const result: Result = { wording: viewOf(its, language), at, scenario, vision };
          const exported = isBriefing(format)
            ? await briefing(format, result, documents)
            : await exportFile(format, result, documents);
          // Open data of so small groups is given to nobody.
          if (exported.outcome === 'not-open') return problem('conflict');
          if (exported.outcome === 'busy') return problem('busy');
          const wrote = { action: 'exported', consultation: its.id, facts: { format } } as const;
          return { kind: 'file', ...exported.file, wrote };
        }),
    }),
  ];
}

async function briefing(
  format: keyof typeof briefings,
  result: Result,
  documents: DocumentQueue,
): Promise<Exported> {
  const end = briefings[format];
  const printed = await documents.print({ kind: format, result: releasedOf(result) });
  if (printed.outcome === 'busy') return printed;
  const name = `${result.wording.consultation.id}-note-${result.at.slice(0, 10)}.${end}`;
  return { outcome: 'made', file: { name, type: mediaTypes[end], bytes: printed.bytes } };
}
