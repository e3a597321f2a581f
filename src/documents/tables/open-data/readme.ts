import { about } from '#cards/parts/about.ts';
import type { View } from '#cards/view.ts';
import type { Result } from '#documents/result.ts';
import { justBefore } from '#domain/consultation/local-day.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { dated } from '#wording/titles.ts';
import { licence } from './licence.ts';
import { listing, paragraphs, plainly } from './markdown.ts';
import { method } from './method.ts';
import type { OpenTables } from './open-tables.ts';

/** What somebody who finds the open data has to know, in the language of the view: what, who, how to read it, whose it is. */
export function readme(result: Result, tables: OpenTables): string {
  const { say, consultation } = result.view;
  const { minGroup } = consultation;
  const { title } = about(result.view);
  return paragraphs(
    `# ${say('tables.readme.heading', { title: plainly(title) })}`,
    listing(facts(result)),
    `## ${say('tables.readme.who')}`,
    [
      say('results.who', { n: result.scenario.n }),
      say('results.reading'),
      say('tables.readme.aggregates'),
    ].join(' '),
    `## ${say('tables.readme.files')}`,
    listing(files(result.view)),
    say('tables.readme.form'),
    `## ${say('tables.readme.columns')}`,
    ...columns(tables, say),
    `## ${say('tables.readme.disclosure')}`,
    say('tables.readme.rule', { minGroup }),
    `## ${say('tables.readme.method')}`,
    listing([
      ...method.map(({ id, url }) =>
        say('tables.readme.entry', { name: say(`tables.readme.${id}`), meaning: `<${url}>` }),
      ),
      content(result.view),
    ]),
    `## ${say('tables.readme.producer')}`,
    producer(result.view),
    `## ${say('tables.readme.licence')}`,
    `${say('tables.readme.under', { name: licence.name })} <${licence.url}>`,
  );
}

function facts({ view, at }: Result): readonly string[] {
  const { say, consultation } = view;
  const { id, opensAt, closesAt } = consultation;
  return [
    say('tables.readme.territory', { territory: plainly(about(view).territory) }),
    say('tables.readme.code', { code: id }),
    say('tables.readme.opened', { date: dated(view, opensAt) }),
    ...(closesAt === undefined
      ? []
      : [say('tables.readme.closed', { date: dated(view, justBefore(closesAt)) })]),
    say('tables.readme.released', { date: dated(view, at) }),
  ];
}

/** A file or a column, and what it is. */
const entry = (name: string, meaning: string, say: Say): string =>
  say('tables.readme.entry', { name: `\`${name}\``, meaning });

const files = ({ say }: View): readonly string[] => [
  entry('resultats.csv', say('tables.readme.results'), say),
  entry('participation.csv', say('tables.readme.participation'), say),
  entry('vision.csv', say('tables.readme.vision'), say),
  entry('trajectoires.csv', say('tables.readme.trajectories'), say),
  entry('resultats.json', say('tables.readme.data'), say),
  entry('schema.json', say('tables.readme.schema'), say),
];

const columns = (tables: OpenTables, say: Say): readonly string[] =>
  Object.entries(tables).flatMap(([name, table]) => [
    `### ${name}.csv`,
    listing(table.columns.map(({ id, about: meaning }) => entry(id, meaning, say))),
  ]);

function content({ say, text, catalogue }: View): string {
  return say('tables.readme.catalogue', { title: plainly(text.title), version: catalogue.version });
}

function producer(view: View): string {
  const name = plainly(about(view).controller);
  return view.say('tables.readme.controller', { name });
}
