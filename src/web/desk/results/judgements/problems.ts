import type { CatalogueText } from '#domain/catalogue.ts';
import type { ImpactProblem } from '#papers/tables/impact-problem.ts';
import type { Problems } from '../../fields.ts';
import type { Visit } from '../../visit.ts';
import type { Cell } from './cells.ts';

const most = 20;

/** What is wrong in a filled-in table, each with its place in words. */
export function cellProblems(wrong: readonly Cell[], text: CatalogueText, { say }: Visit): Problems {
  const title = (id: string) => text.orientations[id]?.title ?? id;
  return Object.fromEntries(
    wrong
      .slice(0, most)
      .map(({ name, from, to }) => [
        name,
        say('outcome.judgements.wrong', { from: title(from), to: title(to) }),
      ]),
  );
}

/** What is wrong in a file, line by line. */
export const fileProblems = (problems: readonly ImpactProblem[], { say }: Visit): readonly string[] =>
  problems.map(({ line, column, code, value }) => {
    const told = say(`outcome.judgements.file.${code}`, { value: value ?? '' });
    return column === undefined
      ? say('outcome.judgements.file.line', { line, told })
      : say('outcome.judgements.file.place', { line, column, told });
  });
