import type { Catalogue, CatalogueText, Domain } from '#domain/catalogue.ts';
import { type DomainId, domainIds } from '#domain/domains.ts';
import type { Language } from '#domain/language.ts';
import { languagesOf } from './languages.ts';
import { checkListed } from './listed.ts';
import { checkCommonParity, checkDomainParity } from './parity.ts';
import type { Problem } from './problem.ts';
import { checkReferences, type Outline } from './references.ts';
import { CatalogueFile, DomainFile, QuestionShape, TrajectoryShape } from './schema.ts';
import { readShaped, shape } from './shape.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { checkUnique } from './unique.ts';
import { listAt } from './within.ts';
import { CommonWording, DomainWording } from './wording.ts';

export type LoadedCatalogue = { readonly catalogue: Catalogue } | { readonly problems: readonly Problem[] };

/** Reads and checks a folder of content: the whole catalogue, or everything that is wrong with it. Never throws. */
export function loadCatalogue(root: string): LoadedCatalogue {
  const { languages, problems: unspoken } = languagesOf(root);
  const { value: file, sheet, problems: misshapen } = readShaped(root, 'catalogue.yaml', CatalogueFile);
  const structures = (file?.domains ?? readable(sheet)).map((domain) => readStructure(root, domain));
  const texts = languages.map((language) => readTexts(root, language, file, structures));
  const problems = [
    ...unspoken,
    ...misshapen,
    ...(file === undefined ? [] : checkListed(root, languages, file.domains)),
    ...structures.flatMap((structure) => structure.problems),
    ...checkUnique(structures.map(({ outline }) => outline)),
    ...texts.flatMap((text) => text.problems),
  ];
  if (file === undefined || problems.length > 0) return { problems };
  const text = Object.fromEntries(texts.flatMap(({ language, text }) => (text ? [[language, text]] : [])));
  return { catalogue: { ...file, languages, domains: structures.map(assemble), text } };
}

/** The domains that a list with mistakes names all the same: their own files are checked with the rest. */
function readable(sheet: Sheet): readonly DomainId[] {
  const listed = listAt(sheet.data, ['domains']);
  return domainIds.filter((id) => listed.includes(id));
}

interface Structure {
  readonly domain: DomainId;
  readonly outline: Outline;
  readonly problems: readonly Problem[];
}

/** One domain's structure; its entries are checked one by one, so that one mistake hides no other. */
function readStructure(root: string, domain: DomainId): Structure {
  const sheet = readSheet(root, `domains/${domain}.yaml`);
  const whole =
    sheet.data === undefined ? { problems: sheet.problems } : shape(sheet, DomainFile, sheet.data);
  const entries = <T>(key: string, schema: Parameters<typeof shape<T>>[1]) =>
    listAt(sheet.data, [key]).map((entry, index) => shape(sheet, schema, entry, [key, index]));
  const questions = entries('questions', QuestionShape);
  const trajectories = entries('trajectories', TrajectoryShape);
  const outline: Outline = {
    sheet,
    questions: questions.map(({ value }) => value),
    trajectories: trajectories.map(({ value }) => value),
  };
  const problems = [whole, ...questions, ...trajectories].flatMap((checked) => checked.problems);
  return {
    domain,
    outline,
    problems: [...problems, ...(sheet.data === undefined ? [] : checkReferences(outline))],
  };
}

/** One language's wording of everything. */
function readTexts(
  root: string,
  language: Language,
  file: CatalogueFile | undefined,
  structures: readonly Structure[],
) {
  const common = readShaped(root, `${language}/common.yaml`, CommonWording, language);
  const wordings = structures.map(({ domain, outline }) => {
    const read = readShaped(root, `${language}/domains/${domain}.yaml`, DomainWording, language);
    const compared = outline.sheet.data === undefined ? [] : checkDomainParity(read.sheet, outline);
    return { domain, value: read.value, problems: [...read.problems, ...compared] };
  });
  const problems = [
    ...common.problems,
    ...(file === undefined ? [] : checkCommonParity(common.sheet, file)),
    ...wordings.flatMap((wording) => wording.problems),
  ];
  const domains = wordings.flatMap(({ domain, value }) =>
    value === undefined ? [] : [{ domain, ...value }],
  );
  return { language, problems, ...(common.value && { text: gather(common.value, domains) }) };
}

function gather(
  common: CommonWording,
  wordings: readonly ({ domain: DomainId } & DomainWording)[],
): CatalogueText {
  return {
    ...common,
    domains: Object.fromEntries(
      wordings.map(({ domain, title, description }) => [domain, { title, description }]),
    ),
    questions: Object.fromEntries(wordings.flatMap(({ questions }) => Object.entries(questions))),
    trajectories: Object.fromEntries(wordings.flatMap(({ trajectories }) => Object.entries(trajectories))),
  };
}

function assemble({ domain, outline: { questions, trajectories } }: Structure): Domain {
  return {
    id: domain,
    questions: questions.flatMap((question) => (question === undefined ? [] : [{ ...question, domain }])),
    trajectories: trajectories.flatMap((trajectory) =>
      trajectory === undefined ? [] : [{ ...trajectory, domain }],
    ),
  };
}
