import type { Result } from '#documents/result.ts';
import { minGroups } from '#domain/consultation/consultation.ts';
import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { calendarLine } from '#wording/calendar/calendar-line.ts';
import { erasedText } from '#wording/information/retention.ts';
import { grainOf } from '#wording/numbers.ts';
import { kindLine } from '#wording/results/result-state.ts';
import { consultationNames, leading } from '#wording/titles.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import type { Wording } from '#wording/wording.ts';
import type { OpenTables } from './open-tables.ts';
import { licence, method } from './provenance.ts';

/** What somebody who finds the open data has to know, in its language: what, who, how to read it, whose it is. */
export function readme(result: Result, tables: OpenTables): string {
  const { say, consultation } = result.wording;
  const { minGroup } = consultation;
  const { title } = consultationNames(result.wording);
  return paragraphs(
    `# ${say('tables.readme.heading', { title: plainly(title) })}`,
    listing(facts(result)),
    `## ${say('tables.readme.who')}`,
    [
      choseToTakePart(result.scenario.n, grainOf(result.kind), result.wording),
      say('results.reading'),
      say('tables.readme.aggregates'),
    ].join(' '),
    `## ${say('tables.readme.files')}`,
    listing(files(result.wording)),
    say('tables.readme.form'),
    `## ${say('tables.readme.columns')}`,
    ...columns(tables, say),
    `## ${say('tables.readme.disclosure')}`,
    say('tables.readme.rule', { minGroup, least: minGroups.facilitator }),
    `## ${say('tables.readme.method')}`,
    listing([
      ...method.map(({ id, url }) =>
        say('tables.readme.entry', { name: say(`tables.readme.${id}`), meaning: `<${url}>` }),
      ),
      content(result.wording),
    ]),
    `## ${say('tables.readme.producer')}`,
    producer(result.wording),
    `## ${say('tables.readme.licence')}`,
    `${say('tables.readme.under', { name: licence.name })} <${licence.url}>`,
  );
}

function facts({ wording, at, kind }: Result): readonly string[] {
  const { say, consultation } = wording;
  const erased = erasedText(wording);
  return [
    say('tables.readme.territory', { territory: plainly(consultationNames(wording).territory) }),
    say('tables.readme.code', { code: consultation.id }),
    leading(calendarLine(wording), wording),
    kindLine({ kind, at }, wording),
    ...(erased === undefined ? [] : [erased]),
  ];
}

/** A file or a column, and what it is. */
const entry = (name: string, meaning: string, say: Say): string =>
  say('tables.readme.entry', { name: `\`${name}\``, meaning });

const files = ({ say, consultation }: Wording): readonly string[] => [
  entry('resultats.csv', say('tables.readme.results'), say),
  entry('participation.csv', say('tables.readme.participation'), say),
  entry('vision.csv', say('tables.readme.vision'), say),
  entry('trajectoires.csv', say('tables.readme.trajectories'), say),
  ...(isFollowedUp(consultation) ? [entry('suites.csv', say('tables.readme.follow-up'), say)] : []),
  entry('resultats.json', say('tables.readme.data'), say),
  entry('schema.json', say('tables.readme.schema'), say),
];

const columns = (tables: OpenTables, say: Say): readonly string[] =>
  Object.entries(tables).flatMap(([name, table]) => [
    `### ${name}.csv`,
    listing(table.columns.map(({ id, about: meaning }) => entry(id, meaning, say))),
  ]);

function content({ say, text, catalogue }: Wording): string {
  return say('tables.readme.catalogue', { title: plainly(text.title), version: catalogue.version });
}

function producer(wording: Wording): string {
  const name = plainly(consultationNames(wording).controller);
  return wording.say('tables.readme.controller', { name });
}

/** A text as it reads in Markdown: no sign of it is markup, no line breaks, no HTML. */
const plainly = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');

/** Paragraphs, headings and lists, one after the other. */
const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const listing = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
