import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { checkReferences } from './checks/references.ts';
import type { Root } from './files/root.ts';
import { shape } from './files/shape.ts';
import { readSheet } from './files/sheet.ts';
import { listAt } from './files/within.ts';
import type { Outline } from './outline.ts';
import type { CatalogueProblem } from './problem.ts';
import { DomainFile, QuestionShape, TrajectoryShape } from './schema.ts';

export interface CatalogueStructure {
  readonly domain: DomainId;
  readonly outline: Outline;
  readonly problems: readonly CatalogueProblem[];
}

/** One domain's structure; its entries are checked one by one, so that one mistake hides no other. */
export function readStructure(root: Root, domain: DomainId): CatalogueStructure {
  const sheet = readSheet(root, `domains/${domain}.yaml`);
  const whole =
    sheet.data === undefined ? { problems: sheet.problems } : shape(sheet, DomainFile, sheet.data);
  const entries = <T>(key: string, schema: Parameters<typeof shape<T>>[1]) =>
    listAt(sheet.data, [key]).map((entry, index) => shape(sheet, schema, entry, [key, index]));
  const questions = entries('questions', QuestionShape);
  const trajectories = entries('trajectories', TrajectoryShape);
  const outline: Outline = {
    sheet,
    themes: textsAt(sheet.data, 'themes'),
    orientations: textsAt(sheet.data, 'orientations'),
    questions: questions.map(({ value }) => value),
    trajectories: trajectories.map(({ value }) => value),
  };
  const problems = [whole, ...questions, ...trajectories].flatMap((checked) => checked.problems);
  const compared = sheet.data === undefined ? [] : checkReferences(outline);
  return { domain, outline, problems: [...problems, ...compared] };
}

/** The domain, once nothing is wrong with its structure. */
export function assemble({ domain, outline }: CatalogueStructure): Domain {
  const { themes, orientations, questions, trajectories } = outline;
  return {
    id: domain,
    themes,
    orientations,
    questions: questions.flatMap((question) => (question === undefined ? [] : [{ ...question, domain }])),
    trajectories: trajectories.flatMap((trajectory) =>
      trajectory === undefined ? [] : [{ ...trajectory, domain }],
    ),
  };
}

const textsAt = (data: unknown, key: string): string[] =>
  listAt(data, [key]).flatMap((entry) => (typeof entry === 'string' ? [entry] : []));
