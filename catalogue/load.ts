import type { Catalogue, CatalogueText } from '#domain/catalogue/catalogue.ts';
import { type DomainId, domainIds } from '#domain/catalogue/domains.ts';
import type { Language } from '#domain/catalogue/language.ts';
import { checkPeople } from './checks/coverage.ts';
import { checkGlossaries } from './checks/glossary.ts';
import { checkListed } from './checks/listed.ts';
import { checkCommonParity, checkDomainParity } from './checks/parity.ts';
import { checkCommonSaid, checkDomainSaid, checkDomainsSaid } from './checks/said.ts';
import { checkUnique } from './checks/unique.ts';
import { readCrossImpacts } from './cross-impacts.ts';
import { printed } from './edition.ts';
import { exists, languagesOf } from './files/folder.ts';
import { readShaped } from './files/shape.ts';
import { readSheet, type YamlSheet } from './files/sheet.ts';
import { listAt } from './files/within.ts';
import type { CatalogueProblem } from './problem.ts';
import { CatalogueFile } from './schema.ts';
import { assemble, type CatalogueStructure, readStructure } from './structure.ts';
import { CommonWording, DomainWording, GlossaryFile } from './wording.ts';

export type LoadedCatalogue =
  | { readonly catalogue: Catalogue }
  | { readonly problems: readonly CatalogueProblem[] };

/** Reads and checks a folder of content: the whole catalogue, or everything that is wrong with it. Never throws. */
export function loadCatalogue(root: string): LoadedCatalogue {
  const { languages, problems: unspoken } = languagesOf(root);
  const { value: file, sheet, problems: misshapen } = readShaped(root, 'catalogue.yaml', CatalogueFile);
  const structures = (file?.domains ?? readable(sheet)).map((domain) => readStructure(root, domain));
  const outlines = structures.map(({ outline }) => outline);
  const texts = languages.map((language) => readTexts(root, language, file, structures));
  const judged = readCrossImpacts(root, languages, outlines);
  const problems = [
    ...unspoken,
    ...misshapen,
    ...(file === undefined ? [] : checkListed(root, languages, file.domains)),
    ...structures.flatMap((structure) => structure.problems),
    ...(file === undefined ? [] : outlines.flatMap((outline) => checkPeople(outline, file))),
    ...checkUnique(outlines),
    ...texts.flatMap((text) => text.problems),
    ...checkGlossaries(texts.map(({ glossary }) => glossary)),
    ...judged.problems,
  ];
  if (file === undefined || problems.length > 0) return { problems };
  const text = Object.fromEntries(
    texts.flatMap(({ language, text }) =>
      text ? [[language, { ...text, crossImpacts: judged.reasons(language) }]] : [],
    ),
  );
  const domains = structures.map(assemble);
  const catalogue = { ...file, languages, domains, crossImpacts: judged.impacts, text };
  return { catalogue: { ...catalogue, ...printed(catalogue) } };
}

/** The domains that a list with mistakes names all the same: their own files are checked with the rest. */
function readable(sheet: YamlSheet): readonly DomainId[] {
  const listed = listAt(sheet.data, ['domains']);
  return domainIds.filter((id) => listed.includes(id));
}

/** One language's wording of everything but the cross-impacts. */
function readTexts(
  root: string,
  language: Language,
  file: CatalogueFile | undefined,
  structures: readonly CatalogueStructure[],
) {
  const common = readShaped(root, `${language}/common.yaml`, CommonWording, language);
  const wordings = structures.map(({ domain, outline }) => {
    const read = readShaped(root, `${language}/domains/${domain}.yaml`, DomainWording, language);
    const compared = outline.sheet.data === undefined ? [] : checkDomainParity(read.sheet, outline);
    const said = read.value === undefined ? [] : checkDomainSaid(read.sheet, outline, read.value);
    return {
      domain,
      sheet: read.sheet,
      value: read.value,
      problems: [...read.problems, ...compared, ...said],
    };
  });
  const glossary = readGlossary(root, language);
  const problems = [
    ...common.problems,
    ...(common.value === undefined ? [] : checkCommonSaid(common.sheet, common.value)),
    ...checkDomainsSaid(wordings),
    ...glossary.problems,
    ...(file === undefined ? [] : checkCommonParity(common.sheet, file)),
    ...wordings.flatMap((wording) => wording.problems),
  ];
  const domains = wordings.flatMap(({ domain, value }) =>
    value === undefined ? [] : [{ domain, ...value }],
  );
  const words = glossary.value && { glossary: glossary.value };
  return {
    language,
    problems,
    glossary,
    ...(common.value && { text: { ...gather(common.value, domains), ...words } }),
  };
}

/** A catalogue may explain no word. */
function readGlossary(root: string, language: Language) {
  const file = `${language}/glossary.yaml`;
  if (!exists(root, file)) return { sheet: readSheet(root, file), problems: [] };
  const { sheet, value, problems } = readShaped(root, file, GlossaryFile, language);
  return { sheet, problems, ...(value && { value }) };
}

function gather(
  common: CommonWording,
  wordings: readonly ({ domain: DomainId } & DomainWording)[],
): Omit<CatalogueText, 'crossImpacts'> {
  return {
    ...common,
    domains: Object.fromEntries(
      wordings.map(({ domain, title, description, said }) => [
        domain,
        { title, description, ...(said && { said }) },
      ]),
    ),
    questions: Object.fromEntries(wordings.flatMap(({ questions }) => Object.entries(questions))),
    trajectories: Object.fromEntries(wordings.flatMap(({ trajectories }) => Object.entries(trajectories))),
    orientations: Object.fromEntries(wordings.flatMap(({ orientations }) => Object.entries(orientations))),
  };
}
