import type { Catalogue, CatalogueText } from '#domain/catalogue/catalogue.ts';
import { type DomainId, domainIds } from '#domain/catalogue/domains.ts';
import type { LanguagePack } from '#domain/catalogue/language.ts';
import { checkCoverage, checkPeople } from './checks/coverage.ts';
import { checkGlossaries } from './checks/glossary.ts';
import { checkListed } from './checks/listed.ts';
import { checkCommonParity, checkDomainParity } from './checks/parity.ts';
import { checkCommonSaid, checkDomainSaid, checkDomainsSaid } from './checks/said.ts';
import { checkUnique } from './checks/unique.ts';
import { readCrossImpacts } from './cross-impacts.ts';
import { printed } from './edition.ts';
import { exists } from './files/folder.ts';
import type { Root } from './files/root.ts';
import { readShaped } from './files/shape.ts';
import { readSheet, type YamlSheet } from './files/sheet.ts';
import { listAt } from './files/within.ts';
import { readTold } from './languages/over.ts';
import { readPacks } from './languages/pack.ts';
import type { CatalogueProblem } from './problem.ts';
import { CatalogueFile } from './schema.ts';
import { assemble, type CatalogueStructure, readStructure } from './structure.ts';
import { CommonWording, DomainWording, GlossaryFile } from './wording.ts';

export type LoadedCatalogue =
  | { readonly catalogue: Catalogue }
  | { readonly problems: readonly CatalogueProblem[] };

/** Whether a catalogue is judged as its authors' work, or only made: what was once found right is asked with for good. */
type Judged = 'written' | 'accepted';

/**
 * Reads and checks a folder of content: the whole catalogue, or everything that is wrong with it. Never throws. Languages that are `known`
 * to stand on one of its own are told by that one as far as it has no folder for them. One `accepted` before has nothing wrong with it
 * but what keeps it from being made: checks that a later release adds hold for what is written from then on.
 */
export function loadCatalogue(
  root: Root,
  known: readonly LanguagePack[] = [],
  judged: Judged = 'written',
): LoadedCatalogue {
  const { languages, packs, problems: unspoken } = readPacks(root, known);
  const { value: file, sheet, problems: misshapen } = readShaped(root, 'catalogue.yaml', CatalogueFile);
  const structures = (file?.domains ?? readable(sheet)).map((domain) => readStructure(root, domain));
  const outlines = structures.map(({ outline }) => outline);
  const texts = packs.map((pack) => readTexts(root, pack, file, structures));
  const impacts = readCrossImpacts(root, packs, outlines);
  const problems = [
    ...unspoken,
    ...misshapen,
    ...(file === undefined
      ? []
      : checkListed(
          root,
          packs.map(({ language }) => language),
          file.domains,
        )),
    ...structures.flatMap((structure) => structure.problems),
    ...(file === undefined ? [] : outlines.flatMap((outline) => checkPeople(outline, file))),
    ...checkUnique(outlines),
    ...texts.flatMap((text) => text.problems),
    ...impacts.problems,
    ...(judged === 'accepted' ? [] : judge(structures, texts)),
  ];
  if (file === undefined || problems.length > 0) return { problems };
  const text = Object.fromEntries(
    texts.flatMap(({ language, text }) =>
      text ? [[language, { ...text, crossImpacts: impacts.reasons(language) }]] : [],
    ),
  );
  const domains = structures.map(assemble);
  const catalogue = { ...file, languages, packs, domains, crossImpacts: impacts.impacts, text };
  return { catalogue: { ...catalogue, ...printed(catalogue) } };
}

/** What could be made and asked with, and is not as its people deserve. */
const judge = (
  structures: readonly CatalogueStructure[],
  texts: readonly ReturnType<typeof readTexts>[],
): CatalogueProblem[] => [
  ...structures.flatMap(({ outline }) => (outline.sheet.data === undefined ? [] : checkCoverage(outline))),
  ...texts.flatMap((text) => text.clashes),
  ...checkGlossaries(texts.map(({ glossary }) => glossary)),
];

/** The domains that a list with mistakes names all the same: their own files are checked with the rest. */
function readable(sheet: YamlSheet): readonly DomainId[] {
  const listed = listAt(sheet.data, ['domains']);
  return domainIds.filter((id) => listed.includes(id));
}

/** One language's wording of everything but the cross-impacts. */
function readTexts(
  root: Root,
  pack: LanguagePack,
  file: CatalogueFile | undefined,
  structures: readonly CatalogueStructure[],
) {
  const common = readTold(root, pack, 'common.yaml', CommonWording);
  const wordings = structures.map(({ domain, outline }) => {
    const read = readTold(root, pack, `domains/${domain}.yaml`, DomainWording);
    const compared = outline.sheet.data === undefined ? [] : checkDomainParity(read.sheet, outline);
    const clashes = read.value === undefined ? [] : checkDomainSaid(read.sheet, outline, read.value);
    return {
      domain,
      sheet: read.sheet,
      value: read.value,
      problems: [...read.problems, ...compared],
      clashes,
    };
  });
  const glossary = readGlossary(root, pack);
  const problems = [
    ...common.problems,
    ...glossary.problems,
    ...(file === undefined ? [] : checkCommonParity(common.sheet, file)),
    ...wordings.flatMap((wording) => wording.problems),
  ];
  const clashes = [
    ...(common.value === undefined ? [] : checkCommonSaid(common.sheet, common.value)),
    ...checkDomainsSaid(wordings),
    ...wordings.flatMap((wording) => wording.clashes),
  ];
  const domains = wordings.flatMap(({ domain, value }) =>
    value === undefined ? [] : [{ domain, ...value }],
  );
  const words = glossary.value && { glossary: glossary.value };
  return {
    language: pack.language,
    problems,
    clashes,
    glossary,
    ...(common.value && { text: { ...gather(common.value, domains), ...words } }),
  };
}

/** A catalogue may explain no word. */
function readGlossary(root: Root, pack: LanguagePack) {
  const file = `${pack.fallback ?? pack.language}/glossary.yaml`;
  if (!exists(root, file)) return { sheet: readSheet(root, file), problems: [] };
  return readTold(root, pack, 'glossary.yaml', GlossaryFile);
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
