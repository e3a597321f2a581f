import { z } from 'zod';
import { releasedOf } from '#papers/press/job.ts';
import type { Press } from '#papers/press/press.ts';
import type { Result } from '#papers/result.ts';
import { type Exported, exportFile, formats, mediaTypes } from '../../desk/results/export-file.ts';
import { shownOf } from '../../desk/results/results-parts.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';
import { tooFew } from './results.ts';

const briefings = { 'briefing-pdf': 'pdf', 'briefing-docx': 'docx' } as const;
const isBriefing = (format: string): format is keyof typeof briefings => format in briefings;

/** The result as a file. */
export function exportRoutes(parts: ApiParts): readonly Route[] {
  const { store, assistant, catalogues, phrases, press, viewOf } = parts;
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
          const groups = { groups: assistant.groups, catalogues };
          const { group, vision } = await shownOf(its, call.now, groups);
          if (group.state === 'waiting') return tooFew(group);
          const { at, scenario } = group;
          const language = phrases.languages.find((one) => one === query.lang) ?? call.language;
          const result: Result = { view: viewOf(its, language), at, scenario, vision };
          const exported = isBriefing(format)
            ? await briefing(format, result, press)
            : await exportFile(format, result, press);
          // Open data of so small groups is given to nobody.
          if (exported.outcome === 'not-open') return problem('conflict');
          if (exported.outcome === 'busy') return problem('busy');
          const wrote = { did: 'exported', consultation: its.id, facts: { format } } as const;
          return { kind: 'file', ...exported.file, wrote };
        }),
    }),
  ];
}

async function briefing(format: keyof typeof briefings, result: Result, press: Press): Promise<Exported> {
  const end = briefings[format];
  const printed = await press.print({ kind: format, result: releasedOf(result) });
  if (printed.outcome === 'busy') return printed;
  const name = `${result.view.consultation.id}-note-${result.at.slice(0, 10)}.${end}`;
  return { outcome: 'made', file: { name, type: mediaTypes[end], bytes: printed.bytes } };
}
