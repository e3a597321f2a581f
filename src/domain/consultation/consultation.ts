import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { mailWishes } from '../records/mail-contact.ts';
import { ResultKind, ResultState } from '../results/group-scenario.ts';
import { FollowUp, followUpBounds } from './follow-up/follow-up.ts';
import { Erasure } from './retention/erasure.ts';
import { Promised } from './retention/promised.ts';
import { Tellings } from './telling.ts';
import { TownFigures } from './town-figures.ts';

/** The smallest groups whose statistics may be shown (design: privacy by construction). */
export const minGroups = { facilitator: 5, public: 11 } as const;

/** How a facilitator may set a consultation: the longest title and territory, in characters; the smallest group; people expected. */
export const bounds = { title: 80, least: minGroups.facilitator, most: 200, expected: 1_000_000 } as const;

/** What names a consultation, in its address too. */
export const ConsultationCode = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);

/** How much a person is asked in each domain; see `inUse`. */
export const lengths = ['short', 'usual', 'long'] as const;

export const Consultation = z.strictObject({
  schema: z.literal(1),
  /** Its code: what stands in its address. */
  id: ConsultationCode,
  version: z.int().min(0),
  /** The edition of the catalogue that it is held on; documents from before catalogues were several name none. */
  catalogue: z.string().default('trajectoires@1.0.0'),
  /** Per language. */
  title: z.record(z.string(), z.string()),
  territory: z.record(z.string(), z.string()),
  /** Who is responsible for the data, and how to reach them. */
  controller: z.strictObject({ name: z.record(z.string(), z.string()), contact: z.string() }),
  /** The language a newcomer is greeted in when nothing else is known. */
  language: z.string(),
  domains: z.array(DomainId).min(1),
  /** The trajectories, languages and kinds of territory in use; absent: all of the catalogue's. */
  trajectories: z.array(z.string()).min(1).optional(),
  languages: z.array(z.string()).min(1).optional(),
  kinds: z.array(z.string()).min(1).optional(),
  /** The languages offered beside those that it is held in, on which they stand; absent: as the languages themselves say. */
  offers: z.array(z.string()).optional(),
  /** How many people are expected to take part, as whoever prepares it says; absent: not said. */
  expected: z.int().min(1).optional(),
  /** What is known of the people of the territory, beside which who took part is told. */
  townFigures: TownFigures.optional(),
  /** Only whoever was given a single-use code may answer; absent: whoever has the link. */
  entry: z.literal('codes').optional(),
  /** Paper sheets stand apart: they are not in the group's result; absent: they are counted with the others. */
  paper: z.literal('apart').optional(),
  /** When the first paper sheet was entered: from then on how they are counted stays as it is. */
  paperSince: z.iso.datetime().optional(),
  /** People may propose trajectories of their own, which wait for whoever facilitates; absent: they may not. */
  proposals: z.literal('allowed').optional(),
  /** Absent: usual. */
  length: z.enum(lengths).optional(),
  /** Where its days begin and end, as IANA names it; absent: Europe/Paris. */
  timeZone: z.string().optional(),
  /** What people read before they agree, per language, in the place of the words that come with the program. */
  information: z.record(z.string(), z.string()).optional(),
  /** The colour of whoever holds it, for its papers: `#1d4e9e`; absent: the program's own. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** Sites that may show its conversation in a frame, as origins. */
  frameOrigins: z.array(z.string()).optional(),
  /** How orientations go together, as a workshop judged it beside the catalogue. */
  crossImpacts: z.record(z.string(), z.record(z.string(), z.int().min(-3).max(3))).optional(),
  /** Months after the end during which answers are kept. */
  retentionMonths: z.int().min(1),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().optional(),
  closed: z.boolean(),
  /** When somebody closed it; absent: its closing day came, or it was closed before this was written down. */
  closedAt: z.iso.datetime().optional(),
  /** What people read of how long answers are kept, where it was shorter than what they read now. */
  promised: Promised.optional(),
  /** The last warning that was given before an erasure: of which day, and how many days before. */
  warned: z.strictObject({ eraseOn: z.iso.date(), days: z.union([z.literal(30), z.literal(7)]) }).optional(),
  /** Its answers are erased, or being erased: what may still be shown is what was released. */
  erasure: Erasure.optional(),
  /** Being prepared: it is open to nobody yet. */
  draft: z.literal(true).optional(),
  /** Put away by a facilitator, once closed. */
  archivedAt: z.iso.datetime().optional(),
  minGroup: z.int().min(3),
  /** Who may see provisional results while people answer; absent: whoever has answered. */
  provisionalFor: z.enum(['facilitators', 'nobody']).optional(),
  /** The latest provisional result, and the final one; see `standingResult`. */
  provisional: ResultState.optional(),
  final: ResultState.optional(),
  /** On which edition of the catalogue the final result of a moment was given, where it was carried over to another one since. */
  answeredOn: z.strictObject({ at: z.iso.datetime(), edition: z.string() }).optional(),
  /** When an owner last took answers anew after the end. */
  reopenedAt: z.iso.datetime().optional(),
  /** A second round: since when people see this first result beside their own views, and may change them. One a consultation. */
  round: z
    .strictObject({
      openedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().optional(),
      first: z.strictObject({ kind: ResultKind, ...ResultState.shape }),
      /** The first is provisional, and an exact one stood before it. */
      exact: z.literal(true).optional(),
      /** That it is open is still on its way into private conversations. */
      posting: z.literal(true).optional(),
    })
    .optional(),
  /** When the result was last published: posted into the conversations, and from then on on its page. */
  publishedAt: z.iso.datetime().optional(),
  /** From when on the program publishes what stands then, as a facilitator wished. */
  publishAt: z.iso.datetime().optional(),
  /** Free texts that go with the published result: hashes of those chosen, which their authors may still take back. */
  quotes: z.array(z.string()).optional(),
  /** When somebody said that people were told what was done with the result. */
  toldAt: z.iso.datetime().optional(),
  /** What was done with the result, as whoever is responsible answers: added to, the latest last. */
  followUps: z.array(FollowUp).max(followUpBounds.most).optional(),
  /** When those who facilitate were last reminded that nothing of it was said. */
  followUpRemindedAt: z.iso.datetime().optional(),
  /** The result is still on its way into private conversations: a start goes on with it. */
  posting: z.literal(true).optional(),
  /** What those who facilitate are owed and are being told: until all of them were, it is tried again. */
  telling: Tellings.optional(),
  /** Letters of these kinds are owed to those who asked for them: what could not be sent is tried again. */
  mailing: z.array(z.enum(mailWishes)).optional(),
});
export type Consultation = z.infer<typeof Consultation>;

/** What says when people may answer. */
type Calendar = Pick<Consultation, 'closed' | 'draft' | 'opensAt' | 'closesAt'>;

/** Whether people may still answer at this time. */
export function isOpen(consultation: Calendar, now: string): boolean {
  const { closed, draft, opensAt, closesAt } = consultation;
  return !closed && !draft && opensAt <= now && (closesAt === undefined || now < closesAt);
}

/** What a passer-by may do: answer, come back later, or only read. */
export type Stage = 'open' | 'early' | 'closed';

export function stageOf(consultation: Calendar, now: string): Stage {
  if (isOpen(consultation, now)) return 'open';
  const { closed, draft, opensAt } = consultation;
  return !closed && (draft || now < opensAt) ? 'early' : 'closed';
}

/** What stage a consultation is at for whoever facilitates it. */
export type Phase = 'draft' | Stage | 'archived';

export function phaseOf(consultation: Consultation, now: string): Phase {
  if (consultation.archivedAt !== undefined) return 'archived';
  return consultation.draft ? 'draft' : stageOf(consultation, now);
}

/** Put away, or its answers erased: nobody meets it any more, and it changes no more. */
export const isOver = ({ archivedAt, erasure }: Pick<Consultation, 'archivedAt' | 'erasure'>): boolean =>
  archivedAt !== undefined || erasure !== undefined;

/** Whether a result released at this time has been posted already. */
export function isPublished({ publishedAt }: Consultation, releasedAt: string): boolean {
  return publishedAt !== undefined && publishedAt >= releasedAt;
}
