import type { Path, YamlSheet } from '../files/sheet.ts';
import { keysAt, within } from '../files/within.ts';
import type { Outline } from '../outline.ts';
import type { CatalogueProblem } from '../problem.ts';
import type { CatalogueFile, QuestionShape } from '../schema.ts';

/** Checks that one language's wording of a domain has every text of its structure, and no other. */
export function checkDomainParity(
  wording: YamlSheet,
  { questions, trajectories, orientations }: Outline,
): CatalogueProblem[] {
  const asked = questions.flatMap((question) => question ?? []);
  const told = trajectories.flatMap((trajectory) => trajectory ?? []);
  return [
    ...sameKeys(wording, ['questions'], ids(asked), questions.includes(undefined)),
    ...asked.flatMap((question) => checkQuestion(wording, question)),
    ...sameKeys(wording, ['orientations'], orientations),
    ...sameKeys(wording, ['trajectories'], ids(told), trajectories.includes(undefined)),
  ];
}

/** The same for the roles and the kinds of territory. */
export function checkCommonParity(
  wording: YamlSheet,
  { roles, territories }: CatalogueFile,
): CatalogueProblem[] {
  return [...sameKeys(wording, ['roles'], roles), ...sameKeys(wording, ['territories'], territories)];
}

function checkQuestion(wording: YamlSheet, question: QuestionShape): CatalogueProblem[] {
  const path = ['questions', question.id];
  if (keysAt(wording.data, path) === undefined) return [];
  const hasOptions = question.kind === 'choice' || question.kind === 'multi';
  return [
    ...wanted(wording, [...path, 'options'], hasOptions, question.kind),
    ...wanted(wording, [...path, 'points'], question.kind === 'scale', question.kind),
    ...(hasOptions ? sameKeys(wording, [...path, 'options'], question.options) : []),
  ];
}

/** A part of the wording that this kind of question must have, or must not. */
function wanted(wording: YamlSheet, path: Path, must: boolean, kind: string): CatalogueProblem[] {
  if ((within(wording.data, path) !== undefined) === must) return [];
  const message = must
    ? `is missing: the question is of kind ${kind}`
    : `has no place in a question of kind ${kind}`;
  const what = path.at(-1) === 'points' ? 'five labels, low to high' : 'a text for each option';
  return [
    wording.problem(path, message, must ? `Add ${what}.` : 'Remove it, or change the question’s kind.', {
      code: must ? 'answers-missing' : 'answers-surplus',
      values: { kind },
    }),
  ];
}

/** `partial`: some ids could not be read, so a text too many may be one of theirs. */
function sameKeys(
  wording: YamlSheet,
  path: Path,
  wantedIds: readonly string[],
  partial = false,
): CatalogueProblem[] {
  const present = keysAt(wording.data, path);
  if (present === undefined) return [];
  const absent = wantedIds.filter((id) => !present.includes(id));
  const surplus = partial ? [] : present.filter((id) => !wantedIds.includes(id));
  return [
    ...absent.map((id) =>
      wording.problem([...path, id], `has no text for “${id}”`, 'Write it in this language.', {
        code: 'no-text',
        values: { value: id },
      }),
    ),
    ...surplus.map((id) => {
      const message = `“${id}” is named nowhere in the structure`;
      return wording.problem(
        [...path, id],
        message,
        'Correct the id, or remove this text in every language.',
        { code: 'named-nowhere', values: { value: id } },
      );
    }),
  ];
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
