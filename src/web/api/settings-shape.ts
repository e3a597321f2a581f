import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { lengths } from '#domain/consultation/consultation.ts';

const PerLanguage = z.record(z.string().max(20), z.string().max(5_000));
const ids = z.array(z.string().max(200)).max(500);

/** What may be set of a consultation; what is left out stays as it is. */
export const ConsultationSettings = z
  .strictObject({
    code: z.string().max(60).describe('What stands in its address; while it is a draft.'),
    catalogue: z.string().max(200).describe('The edition of a catalogue; while it is a draft.'),
    title: PerLanguage.describe('By language.'),
    territory: PerLanguage.describe('By language.'),
    languages: ids,
    kinds: ids.describe('Kinds of territory that people may say they live in.'),
    domains: z.array(DomainId).max(20).describe('While it is a draft.'),
    trajectories: ids.describe('While it is a draft.'),
    length: z.enum(lengths).describe('While it is a draft.'),
    opens: z.iso.date().describe('The day it opens; while it is a draft.'),
    closes: z.iso.date().nullable().describe('The last day; null: no end.'),
    timeZone: z.string().max(60).describe('Where its days begin and end, as IANA names it.'),
    minGroup: z.int().describe('The smallest group that anything is shown of; while it is a draft.'),
    controller: z.string().max(500).describe('Who is responsible for the data.'),
    contact: z.string().max(500).describe('How to reach them.'),
    retentionMonths: z.int(),
    information: PerLanguage.describe('What people read before they agree; an empty text: the usual one.'),
    frameOrigins: z.array(z.string().max(500)).max(50).describe('Sites that may show it in a frame.'),
  })
  .partial();
export type ConsultationSettings = z.output<typeof ConsultationSettings>;
