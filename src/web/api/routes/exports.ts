import { z } from 'zod';
import { exportResult } from '#application/results/export-result.ts';
import { type Exported, exportFile, formats, mediaTypes } from '#documents/export-file.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import { releasedOf } from '#documents/queue/job.ts';
import { type Result, resultOf } from '#documents/result.ts';
import type { ApiParts } from '../api-parts.ts';
import { problem, refused } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';
import { tooFew } from './results.ts';

const briefings = { 'briefing-pdf': 'pdf', 'briefing-docx': 'docx' } as const;
const isBriefing = (format: string): format is keyof typeof briefings => format in briefings;

/** The result as a file. */
export function exportRoutes(parts: ApiParts): readonly Route[] {
  const { application, phrases, documents, viewOf, publicUrl } = parts;
  return [
    route({
      ...bare,
      method: 'get',
      path: '/api/consultations/{code}/exports/{format}',
      scopes: ['exports:read'],
      params: Code.extend({ format: z.enum([...formats, 'briefing-pdf', 'briefing-docx']) }),
      query: z.object({ lang: z.string().optional() }),
      answers: {
        200: {
          files: Object.values(mediaTypes).map((type) => type.replace(/;.*/, '')),
        },
      },
      problems: ['too-few', 'conflict', 'busy'],
      async run({ params: { code, format }, query, ...call }) {
        const language = phrases.languages.find((one) => one === query.lang) ?? call.language;
        const exported = await exportResult(application, call.actor, {
          ...{ code, format },
          make: ({ its, ...released }) => {
            const result = resultOf(released, viewOf(its, language), publicUrl());
            return isBriefing(format)
              ? briefing(format, result, documents)
              : exportFile(format, result, documents);
          },
        });
        switch (exported.outcome) {
          case 'made':
            return { kind: 'file', ...exported.file };
          case 'waiting':
            return tooFew(exported);
          case 'not-open':
            return problem('conflict');
          case 'busy':
            return problem('busy');
          default:
            return refused(exported.outcome);
        }
      },
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
