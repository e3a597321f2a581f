import type { ImpactProblem } from '#documents/tables/impacts/impact-problem.ts';
import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Problems } from '#web/admin/fields.ts';
import type { AdminVisit } from '#web/admin/visit.ts';
import type { ImpactCell } from './cells.ts';

const most = 20;

/** What is wrong in a filled-in table, each with its place in words. */
export function cellProblems(
  wrong: readonly ImpactCell[],
  text: CatalogueText,
  { say }: AdminVisit,
): Problems {
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
export const fileProblems = (problems: readonly ImpactProblem[], { say }: AdminVisit): readonly string[] =>
  problems.map(({ line, column, code, value }) => {
    const told = say(`outcome.judgements.file.${code}`, { value: value ?? '' });
    return column === undefined
      ? say('outcome.judgements.file.line', { line, told })
      : say('outcome.judgements.file.place', { line, column, told });
  });
