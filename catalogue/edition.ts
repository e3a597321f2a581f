import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueText } from '#domain/catalogue/catalogue.ts';
import { defaultLanguage } from '#domain/catalogue/language.ts';
import { fold } from '#domain/conversation/fold.ts';

type Printed = Pick<Catalogue, 'edition' | 'prints'>;

/**
 * A print of what each question and trajectory asks, in the default language, accents and punctuation apart:
 * a corrected comma prints the same, another wording or option does not. The edition's digest is made of all prints.
 */
export function printed(catalogue: Omit<Catalogue, keyof Printed>): Printed {
  const { id, version, domains } = catalogue;
  const text = catalogue.text[defaultLanguage];
  const prints = Object.fromEntries(
    domains.flatMap(({ questions, trajectories }) => [
      ...questions.map((question) => [question.id, print([question.kind, asked(question.id, text)])]),
      ...trajectories.map((trajectory) => [trajectory.id, print(told(trajectory.id, text))]),
    ]),
  );
  return { edition: `${id}@${version}+${print(prints)}`, prints };
}

/** The title and the answers to choose from, under their ids; a hint may change freely. */
function asked(id: string, text: CatalogueText | undefined) {
  const { title, options, points } = text?.questions[id] ?? {};
  return [title, options, points];
}

/** What is judged; the example only illustrates it. */
function told(id: string, text: CatalogueText | undefined) {
  const { title, summary, benefit, risk } = text?.trajectories[id] ?? {};
  return [title, summary, benefit, risk];
}

const print = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said, folded)).digest('hex').slice(0, 8);

const folded = (_: string, value: unknown) => (typeof value === 'string' ? fold(value) : value);
