import type { Catalogue, CatalogueText, SaidWords } from '#domain/catalogue/catalogue.ts';
import type { Sheets } from './open-sheets.ts';
import { listed, textColumn, unlisted } from './table.ts';

/** The same text in each language. */
type InEach = (of: (text: CatalogueText) => string | undefined) => readonly string[];
type Rows = readonly (readonly string[])[];

/** What people say for each role, kind of territory, stance, domain and option: what it is of, and its id. */
export function saidRows({ domains, text }: Catalogue, inEach: InEach): Rows {
  const all = Object.values(text);
  const rows = (of: string, words: (text: CatalogueText) => SaidWords | undefined): Rows =>
    distinct(all.flatMap((one) => Object.keys(words(one) ?? {}))).map((id) => [
      ...[of, id],
      ...inEach((one) => words(one)?.[id] && listed(words(one)?.[id] ?? [])),
    ]);
  return [
    ...rows('role', ({ said }) => said?.roles),
    ...rows('territory', ({ said }) => said?.territories),
    ...rows('stance', ({ said }) => said?.stances),
    ...rows('domain', (one) => spoken(domains.map(({ id }) => [id, one.domains[id]?.said]))),
    ...domains.flatMap(({ questions }) =>
      questions.flatMap(({ id }) => rows(id, ({ questions: its }) => its[id]?.said)),
    ),
  ];
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Those that anything is said for. */
const spoken = (entries: readonly (readonly [string, readonly string[] | undefined])[]): SaidWords =>
  Object.fromEntries(entries.flatMap(([id, words]) => (words === undefined ? [] : [[id, words] as const])));

/** The words that people may ask about, with their explanation. */
export function glossaryRows({ text }: Catalogue, inEach: InEach): Rows {
  const words = distinct(Object.values(text).flatMap(({ glossary }) => Object.keys(glossary ?? {})));
  return words.map((word) => [
    word,
    ...inEach(({ glossary }) => glossary?.[word] && listed(glossary[word].said)),
    ...inEach(({ glossary }) => glossary?.[word]?.text),
  ]);
}

/** Puts what people say where it belongs in each language's files. */
export function putSaid({ draft, languages, rows }: Sheets): void {
  const domainOf = new Map(rows('questions').map((row) => [row.get('id'), row.get('domain')]));
  for (const row of rows('said')) {
    const [of, id] = [row.get('of'), row.get('id')];
    for (const language of languages) {
      const cell = textColumn('said', language);
      const said = unlisted(row.get(cell));
      if (said.length === 0) continue;
      const { file, path } = placeOf(of, id, domainOf.get(of) ?? '');
      draft.put(`${language}/${file}`, path, said, row.from(cell));
    }
  }
  for (const row of rows('glossary'))
    for (const language of languages) {
      const [said, text] = [textColumn('said', language), textColumn('text', language)];
      const path = [row.get('word')];
      if (row.get(said) !== '')
        draft.put(`${language}/glossary.yaml`, [...path, 'said'], unlisted(row.get(said)), row.from(said));
      if (row.get(text) !== '')
        draft.put(`${language}/glossary.yaml`, [...path, 'text'], row.get(text), row.from(text));
    }
}

const parts: ReadonlyMap<string, string> = new Map([
  ['role', 'roles'],
  ['territory', 'territories'],
  ['stance', 'stances'],
]);

function placeOf(of: string, id: string, domain: string) {
  const part = parts.get(of);
  if (part !== undefined) return { file: 'common.yaml', path: ['said', part, id] };
  if (of === 'domain') return { file: `domains/${id}.yaml`, path: ['said'] };
  return { file: `domains/${domain}.yaml`, path: ['questions', of, 'said', id] };
}
