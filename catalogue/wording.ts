import { z } from 'zod';
import type { QuestionText, TrajectoryText } from '#domain/catalogue/catalogue.ts';
import { criteria, horizons } from '#domain/participant/ballot.ts';

/** What a text may take, so that it is read at one go and a card stays light. */
const limits = {
  /** Characters. */
  title: 70,
  question: 110,
  option: 60,
  point: 40,
  /** Words. */
  description: 25,
  hint: 20,
  summary: 40,
  benefit: 20,
  risk: 20,
  example: 30,
  orientation: 45,
  reason: 25,
  glossary: 45,
} as const;

const characters = (most: number) => z.string().trim().min(1).max(most);

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      const surplus = countWords(text) - most;
      if (surplus <= 0) return;
      const message = `has ${most + surplus} words; at most ${most} are read at one go`;
      const why = { code: 'too-many-words', values: { n: most + surplus, most, surplus } };
      context.addIssue({ code: 'custom', message, params: { remedy: `Shorten it by ${surplus}.`, why } });
    });

const Label = characters(limits.point);
const Option = characters(limits.option);

/** What people say for one thing. */
const Said = z.array(characters(limits.option)).min(1);
const SaidById = z.record(z.string(), Said);

const QuestionWording: z.ZodType<QuestionText> = z.strictObject({
  title: characters(limits.question),
  hint: words(limits.hint).exactOptional(),
  options: z.record(z.string(), Option).exactOptional(),
  points: z.tuple([Label, Label, Label, Label, Label]).exactOptional(),
  said: SaidById.exactOptional(),
});

const TrajectoryWording: z.ZodType<TrajectoryText> = z.strictObject({
  title: characters(limits.title),
  summary: words(limits.summary),
  benefit: words(limits.benefit),
  risk: words(limits.risk),
  example: words(limits.example),
});

/** `<language>/domains/<domain>.yaml`. */
export const DomainWording = z.strictObject({
  title: characters(limits.title),
  description: words(limits.description),
  said: Said.exactOptional(),
  questions: z.record(z.string(), QuestionWording),
  orientations: z.record(
    z.string(),
    z.strictObject({ title: characters(limits.title), description: words(limits.orientation) }),
  ),
  trajectories: z.record(z.string(), TrajectoryWording),
});
export type DomainWording = z.infer<typeof DomainWording>;

/** `<language>/common.yaml`. */
export const CommonWording = z.strictObject({
  title: characters(limits.title),
  description: words(limits.description),
  roles: z.record(z.string(), Option),
  territories: z.record(z.string(), Option),
  stances: z.record(z.enum(['-2', '-1', '0', '1', '2', 'dont-know']), Label),
  horizons: z.record(z.enum([...horizons, 'dont-know']), Label),
  criteria: z.record(z.enum(criteria), Option),
  said: z
    .strictObject({
      roles: SaidById.exactOptional(),
      territories: SaidById.exactOptional(),
      stances: z.partialRecord(z.enum(['-2', '-1', '0', '1', '2']), Said).exactOptional(),
    })
    .exactOptional(),
});
export type CommonWording = z.infer<typeof CommonWording>;

/** `<language>/glossary.yaml`: words that people ask about. */
export const GlossaryFile = z.record(
  z.string(),
  z.strictObject({ said: Said, text: words(limits.glossary) }),
);
export type GlossaryFile = z.infer<typeof GlossaryFile>;

/** `<language>/cross-impacts.yaml`: why, for each judgement of strength 2 or 3. */
export const ReasonsFile = z.record(z.string(), z.record(z.string(), words(limits.reason)));
export type ReasonsFile = z.infer<typeof ReasonsFile>;

/** Words as they are read aloud: signs standing alone are none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
