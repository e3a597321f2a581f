import type { Catalogue, CatalogueText, Condition } from '#domain/catalogue/catalogue.ts';
import { columns, listed, type TableName, tableNames, textColumn, type WorkbookTable } from './table.ts';

/** A catalogue as sheets that people edit; `fromTables` gives it back whole. */
export function toTables(catalogue: Catalogue): readonly WorkbookTable[] {
  const rows = rowsOf(catalogue);
  return tableNames.map((name) => ({
    name,
    header: [
      ...columns[name].plain,
      ...columns[name].text.flatMap((column) =>
        catalogue.languages.map((language) => textColumn(column, language)),
      ),
    ],
    rows: rows[name],
  }));
}

type Rows = Readonly<Record<TableName, readonly (readonly string[])[]>>;

function rowsOf(catalogue: Catalogue): Rows {
  const { domains, languages } = catalogue;
  const questions = domains.flatMap((domain) => domain.questions);
  const trajectories = domains.flatMap((domain) => domain.trajectories);
  /** The same text in each language, column after column. */
  const said = (...texts: ((text: CatalogueText) => string | undefined)[]) =>
    texts.flatMap((of) =>
      languages.map((language) => {
        const text = catalogue.text[language];
        return (text && of(text)) ?? '';
      }),
    );
  const titled = (
    kind: string,
    ids: readonly string[],
    of: (text: CatalogueText) => Readonly<Record<string, string>>,
  ) => ids.map((id) => [kind, id, ...said((text) => of(text)[id])]);
  const labels = (of: (text: CatalogueText) => Readonly<Record<string, string>>) =>
    Object.keys(of(catalogue.text[languages[0] ?? ''] ?? nothing(catalogue)));
  return {
    catalogue: [
      [
        catalogue.id,
        catalogue.version,
        listed(domains.map(({ id }) => id)),
        ...said(
          ({ title }) => title,
          ({ description }) => description,
        ),
      ],
    ],
    people: [
      ...titled('role', catalogue.roles, (text) => text.roles),
      ...titled('territory', catalogue.territories, (text) => text.territories),
    ],
    scales: [
      ...titled('stance', [...labels((text) => text.stances)].sort(byNumber), (text) => text.stances),
      ...titled(
        'horizon',
        labels((text) => text.horizons),
        (text) => text.horizons,
      ),
      ...titled(
        'criterion',
        labels((text) => text.criteria),
        (text) => text.criteria,
      ),
    ],
    domains: domains.map(({ id, themes }) => [
      id,
      listed(themes),
      ...said(
        (text) => text.domains[id]?.title,
        (text) => text.domains[id]?.description,
      ),
    ]),
    orientations: domains.flatMap((domain) =>
      domain.orientations.map((id) => [
        domain.id,
        id,
        ...said(
          (text) => text.orientations[id]?.title,
          (text) => text.orientations[id]?.description,
        ),
      ]),
    ),
    questions: questions.map((question) => [
      question.domain,
      question.id,
      question.kind,
      question.kind === 'multi' ? cell(question.max) : '',
      ...when(question.visibleIf),
      ...said(
        (text) => text.questions[question.id]?.title,
        (text) => text.questions[question.id]?.hint,
      ),
    ]),
    options: questions.flatMap((question) => {
      if ('options' in question)
        return question.options.map((id) => [
          question.id,
          id,
          ...said((text) => text.questions[question.id]?.options?.[id]),
        ]);
      if (question.kind !== 'scale') return [];
      return [0, 1, 2, 3, 4].map((i) => [
        question.id,
        `${i + 1}`,
        ...said((text) => text.questions[question.id]?.points?.[i]),
      ]);
    }),
    trajectories: trajectories.map(({ id, domain, source, orientation, tags, territories, criteria }) => [
      domain,
      id,
      source,
      orientation,
      listed(tags),
      listed(territories),
      listed(criteria),
      ...said(
        (text) => text.trajectories[id]?.title,
        (text) => text.trajectories[id]?.summary,
        (text) => text.trajectories[id]?.benefit,
        (text) => text.trajectories[id]?.risk,
        (text) => text.trajectories[id]?.example,
      ),
    ]),
    signals: trajectories.flatMap(({ id, signals }) =>
      signals.map(({ when: condition, weight }) =>
        'roles' in condition
          ? [id, cell(weight), '', '', '', '', listed(condition.roles)]
          : [id, cell(weight), ...when(condition), ''],
      ),
    ),
    'cross-impacts': Object.entries(catalogue.crossImpacts).flatMap(([from, targets]) =>
      Object.entries(targets).map(([to, impact]) => [
        from,
        to,
        cell(impact),
        ...said((text) => text.crossImpacts[from]?.[to]),
      ]),
    ),
  };
}

/** Question, options, lowest and highest point. */
function when(condition: Condition | undefined): string[] {
  if (condition === undefined) return ['', '', '', ''];
  if ('is' in condition) return [condition.question, listed(condition.is), '', ''];
  return [condition.question, '', cell(condition.atLeast), cell(condition.atMost)];
}

const cell = (value: number | undefined): string => (value === undefined ? '' : `${value}`);
const byNumber = (a: string, b: string): number => (Number(a) || 0) - (Number(b) || 0) || a.localeCompare(b);

function nothing({ id }: Catalogue): never {
  throw new Error(`The catalogue ${id} speaks no language`);
}
