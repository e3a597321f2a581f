import type { Condition } from '#domain/catalogue/catalogue.ts';
import type { Path, YamlSheet } from '../files/sheet.ts';
import type { Outline } from '../outline.ts';
import type { CatalogueProblem } from '../problem.ts';
import type { QuestionShape } from '../schema.ts';

/** Checks that conditions name questions and options that are there. */
export function checkReferences({ sheet, questions, trajectories }: Outline): CatalogueProblem[] {
  return [
    ...questions.flatMap((question, index) => {
      if (question === undefined) return [];
      const path = ['questions', index];
      return [...checkMost(sheet, question, path), ...checkVisibleIf(sheet, questions, index)];
    }),
    ...trajectories.flatMap((trajectory, index) =>
      (trajectory?.signals ?? []).flatMap(({ when }, at) =>
        'roles' in when
          ? []
          : checkCondition(sheet, when, questions, ['trajectories', index, 'signals', at, 'when']),
      ),
    ),
  ];
}

type Questions = Outline['questions'];

function checkMost(sheet: YamlSheet, question: QuestionShape, path: Path): CatalogueProblem[] {
  if (question.kind !== 'multi' || question.max === undefined || question.max <= question.options.length)
    return [];
  const message = `allows ${question.max} answers among ${question.options.length} options`;
  const why = { code: 'most-over', values: { most: question.max, n: question.options.length } };
  return [sheet.problem([...path, 'max'], message, 'Lower `max`, or add options.', why)];
}

function checkVisibleIf(sheet: YamlSheet, questions: Questions, index: number): CatalogueProblem[] {
  const condition = questions[index]?.visibleIf;
  if (condition === undefined) return [];
  const path = ['questions', index, 'visibleIf'];
  const place = questions.findIndex((question) => question?.id === condition.question);
  if (place < index) return checkCondition(sheet, condition, questions, path);
  const message = `“${condition.question}” is not asked before this question`;
  return [
    sheet.problem(
      [...path, 'question'],
      message,
      'Look at an earlier question of this domain, or move this one down.',
      { code: 'not-before', values: { value: condition.question } },
    ),
  ];
}

function checkCondition(
  sheet: YamlSheet,
  condition: Condition,
  questions: Questions,
  path: Path,
): CatalogueProblem[] {
  const looked = questions.find((question) => question?.id === condition.question);
  if (looked === undefined) return unknown(sheet, condition.question, questions, path);
  if (!('is' in condition)) return looked.kind === 'scale' ? [] : [mismatch(sheet, looked, path)];
  if (looked.kind !== 'choice' && looked.kind !== 'multi') return [mismatch(sheet, looked, path)];
  return condition.is.flatMap((option, index) => {
    if (looked.options.includes(option)) return [];
    const message = `“${option}” is no option of “${looked.id}”`;
    const known = looked.options.join(', ');
    const why = { code: 'no-option', values: { value: option, of: looked.id, known } };
    return [sheet.problem([...path, 'is', index], message, `Choose among: ${known}.`, why)];
  });
}

/** Silent when an entry is ill-formed: its own problem is said, and it may be the one that is meant. */
function unknown(sheet: YamlSheet, id: string, questions: Questions, path: Path): CatalogueProblem[] {
  if (questions.includes(undefined)) return [];
  const known = questions.map((question) => question?.id).join(', ');
  return [
    sheet.problem([...path, 'question'], `“${id}” is no question of this domain`, `Choose among: ${known}.`, {
      code: 'no-question',
      values: { value: id, known },
    }),
  ];
}

function mismatch(sheet: YamlSheet, { id, kind }: QuestionShape, path: Path): CatalogueProblem {
  const remedies = {
    choice: 'Name options with `is`.',
    multi: 'Name options with `is`.',
    scale: 'Give points with `atLeast` and `atMost`.',
    text: 'Look at another question: a free text says nothing that can be compared.',
  };
  return sheet.problem(path, `does not suit “${id}”, a question of kind ${kind}`, remedies[kind], {
    code: 'condition-unfit',
    values: { value: id, kind },
  });
}
