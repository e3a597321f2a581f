import type { Catalogue, CatalogueText, Condition } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { glossaryRows, saidRows } from './said.ts';
import { headerIn, listed, type TableName, tableNames, type WorkbookTable } from './table.ts';

/** A catalogue as sheets that people edit; `fromTables` gives it back whole. */
export function toTables(catalogue: Catalogue): readonly WorkbookTable<TableName>[] {
  const { languages, text } = catalogue;
  const said: Said = (...texts) =>
    texts.flatMap((of) =>
      languages.map((language) => {
        const its = text[language];
        return (its && of(its)) ?? '';
      }),
    );
  return tableNames.map((name) => ({
    name,
    header: headerIn(name, languages),
    rows: sheets[name](catalogue, said),
  }));
}

/** The same text in each language, column after column. */
type Said = (...texts: ((text: CatalogueText) => string | undefined)[]) => readonly string[];
type Rows = readonly (readonly string[])[];
type Labels = (text: CatalogueText) => Readonly<Record<string, string>>;

const sheets: Readonly<Record<TableName, (catalogue: Catalogue, said: Said) => Rows>> = {
  catalogue: ({ id, version, domains }, said) => [
    [
      ...[id, version, listed(domains.map((domain) => domain.id))],
      ...said(
        ({ title }) => title,
        ({ description }) => description,
      ),
    ],
  ],
  people: ({ roles, territories }, said) => [
    ...titled('role', roles, (text) => text.roles, said),
    ...titled('territory', territories, (text) => text.territories, said),
  ],
  scales(catalogue, said) {
    const { stances, horizons, criteria } = textIn(catalogue, catalogue.languages[0] ?? '');
    const inOrder = Object.keys(stances).sort(byNumber);
    return [
      ...titled('stance', inOrder, (text) => text.stances, said),
      ...titled('horizon', Object.keys(horizons), (text) => text.horizons, said),
      ...titled('criterion', Object.keys(criteria), (text) => text.criteria, said),
    ];
  },
  domains: ({ domains }, said) =>
    domains.map(({ id, themes }) => [
      ...[id, listed(themes)],
      ...said(
        (text) => text.domains[id]?.title,
        (text) => text.domains[id]?.description,
      ),
    ]),
  orientations: ({ domains }, said) =>
    domains.flatMap((domain) =>
      domain.orientations.map((id) => [
        ...[domain.id, id],
        ...said(
          (text) => text.orientations[id]?.title,
          (text) => text.orientations[id]?.description,
        ),
      ]),
    ),
  questions: (catalogue, said) =>
    questionsOf(catalogue).map((question) => [
      ...[question.domain, question.id, question.kind],
      question.kind === 'multi' ? cell(question.max) : '',
      ...when(question.visibleIf),
      ...said(
        (text) => text.questions[question.id]?.title,
        (text) => text.questions[question.id]?.hint,
      ),
    ]),
  options: (catalogue, said) =>
    questionsOf(catalogue).flatMap((question): Rows => {
      const { id, kind } = question;
      if ('options' in question) {
        return question.options.map((option) => [
          ...[id, option],
          ...said((text) => text.questions[id]?.options?.[option]),
        ]);
      }
      if (kind !== 'scale') return [];
      return [0, 1, 2, 3, 4].map((i) => [id, `${i + 1}`, ...said((text) => text.questions[id]?.points?.[i])]);
    }),
  trajectories: (catalogue, said) =>
    trajectoriesOf(catalogue).map(({ id, domain, source, orientation, tags, territories, criteria }) => [
      ...[domain, id, source, orientation, listed(tags), listed(territories), listed(criteria)],
      ...said(
        (text) => text.trajectories[id]?.title,
        (text) => text.trajectories[id]?.summary,
        (text) => text.trajectories[id]?.benefit,
        (text) => text.trajectories[id]?.risk,
        (text) => text.trajectories[id]?.example,
      ),
    ]),
  signals: (catalogue) =>
    trajectoriesOf(catalogue).flatMap(({ id, signals }) =>
      signals.map(({ when: condition, weight }) =>
        'roles' in condition
          ? [id, cell(weight), '', '', '', '', listed(condition.roles)]
          : [id, cell(weight), ...when(condition), ''],
      ),
    ),
  'cross-impacts': ({ crossImpacts }, said) =>
    Object.entries(crossImpacts).flatMap(([from, targets]) =>
      Object.entries(targets).map(([to, impact]) => [
        ...[from, to, cell(impact)],
        ...said((text) => text.crossImpacts[from]?.[to]),
      ]),
    ),
  said: saidRows,
  glossary: glossaryRows,
};

const questionsOf = ({ domains }: Catalogue) => domains.flatMap(({ questions }) => questions);
const trajectoriesOf = ({ domains }: Catalogue) => domains.flatMap(({ trajectories }) => trajectories);

const titled = (kind: string, ids: readonly string[], of: Labels, said: Said): Rows =>
  ids.map((id) => [kind, id, ...said((text) => of(text)[id])]);

/** Question, options, lowest and highest point. */
function when(condition: Condition | undefined): string[] {
  if (condition === undefined) return ['', '', '', ''];
  if ('is' in condition) return [condition.question, listed(condition.is), '', ''];
  return [condition.question, '', cell(condition.atLeast), cell(condition.atMost)];
}

const cell = (value: number | undefined): string => (value === undefined ? '' : `${value}`);
const byNumber = (a: string, b: string): number => (Number(a) || 0) - (Number(b) || 0) || a.localeCompare(b);
