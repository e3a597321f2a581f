import { z } from 'zod';
import type { Language } from '#domain/catalogue/language.ts';
import { type AskedPhrasings, Topic, topics } from '#domain/conversation/asked.ts';
import { exists } from '../files/folder.ts';
import { readShaped } from '../files/shape.ts';
import type { CatalogueProblem } from '../problem.ts';

const Some = z.array(z.string().min(1).max(60)).min(1);

/** `<language>/asked.yaml`: for each topic, the ways to ask for it. A topic that is not asked by name has none. */
const AskedFile = z.partialRecord(
  Topic,
  z.strictObject({
    asks: Some.exactOptional(),
    says: Some.exactOptional(),
    anywhere: Some.exactOptional(),
    unless: Some.exactOptional(),
  }),
);

/** What is asked in any language, whatever the person's: both are understood at any time. */
export function readAsked(
  root: string,
  languages: readonly Language[],
): { readonly asked: AskedPhrasings; readonly problems: readonly CatalogueProblem[] } {
  const read = languages
    .map((language) => `${language}/asked.yaml`)
    .filter((file) => exists(root, file))
    .map((file) => readShaped(root, file, AskedFile));
  const all = (topic: Topic, part: 'asks' | 'says' | 'anywhere' | 'unless') =>
    read.flatMap(({ value }) => value?.[topic]?.[part] ?? []);
  const asked = Object.fromEntries(
    topics.map((topic) => [
      topic,
      {
        asks: all(topic, 'asks'),
        says: all(topic, 'says'),
        anywhere: all(topic, 'anywhere'),
        unless: all(topic, 'unless'),
      },
    ]),
  );
  return { asked, problems: read.flatMap(({ problems }) => problems) };
}
