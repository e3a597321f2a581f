import { z } from 'zod';
import { type Condition as DomainCondition, type Signal, sources } from '#domain/catalogue/catalogue.ts';
import { DomainId } from '#domain/catalogue/domains.ts';
import { criteria } from '#domain/participant/ballot.ts';

/** A text of a certain form. */
const formed = (form: RegExp, what: 'id' | 'version', remedy: string) =>
  z.string().refine((text) => form.test(text), {
    error: ({ input }) => `“${String(input)}” is no well-formed ${what}`,
    params: { remedy, why: { code: `no-${what}` } },
  });

/** Lower-case words joined by hyphens; ids travel in cards and addresses, so they stay short. */
const Id = formed(
  /^(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  'id',
  'Write at most 60 lower-case letters and digits, words joined by hyphens, like mobility-daily.',
);

/** It is the code of the catalogue's first consultation too. */
const CatalogueId = Id.refine((id) => id.length >= 2 && id.length <= 40, {
  error: 'has fewer than 2 or more than 40 characters',
  params: { remedy: 'Write 2 to 40 characters.', why: { code: 'id-length' } },
});

const Version = formed(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'version', 'Write three numbers, like 1.0.0.');

/** Answers every question knows, so no option may take their names. */
const reserved: readonly string[] = ['dont-know', 'skipped'];

const OptionId = Id.refine((id) => !reserved.includes(id), {
  error: 'is a name that every question keeps for itself',
  params: {
    remedy: 'Choose another id for this option: "I don’t know" and "skip" are offered anyway.',
    why: { code: 'reserved' },
  },
});

const distinct = <T extends string>(list: z.ZodArray<z.ZodType<T>>) =>
  list.superRefine((values, context) => {
    values.forEach((value, index) => {
      if (values.indexOf(value) === index) return;
      const params = { remedy: 'Keep one of the two.', why: { code: 'twice', values: { value } } };
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `“${value}” stands twice in this list`,
        params,
      });
    });
  });

const Point = z.int().min(1).max(5);

const answered = {
  is: z.array(z.string()).min(1).exactOptional(),
  atLeast: Point.exactOptional(),
  atMost: Point.exactOptional(),
};

/** Options named, or points of a scale: one of the two. */
const Condition = z
  .strictObject({ question: Id, ...answered })
  .transform(({ question, ...given }, context): DomainCondition => {
    return condition(question, given) ?? impossible(context, answerRemedy);
  });

/** The same, or roles named. */
const When = z
  .strictObject({
    question: Id.exactOptional(),
    ...answered,
    roles: distinct(z.array(Id).min(1)).exactOptional(),
  })
  .transform(({ question, roles, ...given }, context): Signal['when'] => {
    const bare = Object.values(given).every((part) => part === undefined);
    if (roles !== undefined && question === undefined && bare) return { roles };
    const met = roles === undefined && question !== undefined ? condition(question, given) : undefined;
    return met ?? impossible(context, `${answerRemedy} Or give \`roles\` alone.`);
  });

const answerRemedy =
  'Give a `question` with either `is` (options), or `atLeast` and `atMost` (points 1 to 5, in this order).';

interface Given {
  readonly is?: readonly string[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

function condition(question: string, { is, ...points }: Given): DomainCondition | undefined {
  const bounded = points.atLeast !== undefined || points.atMost !== undefined;
  if (is !== undefined) return bounded ? undefined : { question, is };
  return bounded && (points.atLeast ?? 1) <= (points.atMost ?? 5) ? { question, ...points } : undefined;
}

function impossible(context: z.RefinementCtx, remedy: string): never {
  const why = { code: 'no-condition' };
  context.addIssue({ code: 'custom', message: 'is no condition that can hold', params: { remedy, why } });
  return z.NEVER;
}

const item = { id: Id, visibleIf: Condition.exactOptional() };
const options = distinct(z.array(OptionId).min(2).max(8));

/** One entry of `questions` in `domains/<domain>.yaml`. */
export const QuestionShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...item, kind: z.literal('choice'), options }),
  z.strictObject({ ...item, kind: z.literal('multi'), options, max: z.int().min(2).max(8).exactOptional() }),
  z.strictObject({ ...item, kind: z.literal('scale') }),
  z.strictObject({ ...item, kind: z.literal('text') }),
]);
export type QuestionShape = z.infer<typeof QuestionShape>;

const trajectory = {
  id: Id,
  orientation: Id,
  signals: z.array(z.strictObject({ when: When, weight: z.int().min(1).max(3) })),
};

/** One entry of `trajectories` in `domains/<domain>.yaml`; whoever takes part proposes words alone. */
export const TrajectoryShape = z.discriminatedUnion('source', [
  z.strictObject({
    ...trajectory,
    source: z.enum(sources).exclude(['participant']),
    tags: distinct(z.array(Id).min(1)),
    territories: distinct(z.array(Id).min(1)),
    criteria: distinct(z.array(z.enum(criteria)).min(1).max(3)),
  }),
  z.strictObject({
    ...trajectory,
    source: z.literal('participant'),
    tags: distinct(z.array(Id)),
    territories: distinct(z.array(Id)),
    criteria: distinct(z.array(z.enum(criteria)).max(3)),
  }),
]);
export type TrajectoryShape = z.infer<typeof TrajectoryShape>;

/** `domains/<domain>.yaml`; its entries are checked one by one, so that one mistake hides no other. */
export const DomainFile = z.strictObject({
  themes: distinct(z.array(Id).min(1)),
  orientations: distinct(z.array(Id).min(2).max(5)),
  questions: z.array(z.unknown()).min(1).max(12),
  trajectories: z.array(z.unknown()).min(1).max(40),
});
export type DomainFile = z.infer<typeof DomainFile>;

/** `cross-impacts.yaml`: from each orientation to each of the other domains. */
export const CrossImpactsFile = z.record(z.string(), z.record(z.string(), z.int().min(-3).max(3)));
export type CrossImpactsFile = z.infer<typeof CrossImpactsFile>;

/** `catalogue.yaml`. */
export const CatalogueFile = z.strictObject({
  id: CatalogueId,
  version: Version,
  roles: distinct(z.array(Id).min(1)),
  territories: distinct(z.array(Id).min(1)),
  domains: distinct(z.array(DomainId).min(1)),
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;
