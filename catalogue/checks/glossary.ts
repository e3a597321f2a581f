import type { YamlSheet } from '../files/sheet.ts';
import type { CatalogueProblem } from '../problem.ts';
import type { GlossaryFile } from '../wording.ts';

/** A language's glossary as read; a catalogue may have none. */
export interface ReadGlossary {
  readonly sheet: YamlSheet;
  readonly value?: GlossaryFile;
}

/** Checks that each word is explained in every language. */
export function checkGlossaries(all: readonly ReadGlossary[]): CatalogueProblem[] {
  const words = new Set(all.flatMap(({ value }) => Object.keys(value ?? {})));
  return all.flatMap(({ sheet, value = {} }) =>
    [...words]
      .filter((word) => value[word] === undefined)
      .map((word) =>
        sheet.problem([word], `has no text for “${word}”`, 'Write it in this language.', {
          code: 'no-text',
          values: { value: word },
        }),
      ),
  );
}
