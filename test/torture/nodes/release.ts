import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '#store/postgres/migrations.ts';

/** The program's own files once more, changed as a release changes them. */
export interface Release {
  readonly code: string;
  remove(): Promise<void>;
}

/** A file, what stands there, and what stands there in the release. */
type Edit = readonly [path: string, before: string | RegExp, after: string];

const domains = ['buildings', 'commerce', 'health', 'learning', 'mobility', 'production'];

/** A trajectory of every domain reads otherwise, there is a table more, and participants have a field that this release does not know. */
const edits: readonly Edit[] = [
  ...domains.map(
    (domain): Edit => [`catalogue/fr/domains/${domain}.yaml`, /^( +summary: >-\n +)/m, '$1Ainsi, '],
  ),
  [
    'src/store/postgres/migrations.ts',
    /\n\];\s*$/,
    "\n  ['CREATE TABLE trajectoires.of_the_next_release (id text PRIMARY KEY)'],\n];\n",
  ],
  [
    'src/domain/participant/participant.ts',
    'Participant = z.strictObject({',
    'Participant = z.strictObject({ ofTheNext: z.string().optional(),',
  ],
];

/** The release that comes next, as the house allows it to be put in the place of this one: it reads the field, and does not write it. */
export async function nextRelease(): Promise<Release> {
  const code = await mkdtemp(join(tmpdir(), 'trajectoires-next-'));
  for (const part of ['src', 'catalogue', 'cards', 'dialogs'])
    await cp(part, join(code, part), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(code, 'node_modules'));
  const itself = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile(join(code, 'package.json'), JSON.stringify({ ...itself, version: '999.0.0' }));
  for (const [path, before, after] of edits) {
    const text = await readFile(join(code, path), 'utf8');
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`Nothing of ${path} is otherwise in the next release`);
    await writeFile(join(code, path), changed);
  }
  return { code, remove: () => rm(code, { recursive: true, force: true }) };
}

/** Everybody's record as the release after the next one would leave it; how many there are. */
export const writeField = (database: string): Promise<number> =>
  inDatabase(database, async (client) => {
    // Whoever is about to save them finds another version, and decides anew.
    const { rowCount } = await client.query(
      `UPDATE trajectoires.participants SET version = version + 1, body = regexp_replace(
         regexp_replace(body::text, '"version":\\d+', '"version":' || (version + 1)), '\\}$', $1 || '}')::json`,
      [',"ofTheNext":"kept"'],
    );
    return rowCount ?? 0;
  });

/** What the next release left as this one has it, so that this one may read it; in how many records the field was there. */
export const asThisRelease = (database: string): Promise<number> =>
  inDatabase(database, async (client) => {
    await client.query('DROP TABLE IF EXISTS trajectoires.of_the_next_release');
    await client.query(
      `UPDATE trajectoires.installation SET value = (value::jsonb || jsonb_build_object('steps', $1::int))::json
       WHERE name = 'tables'`,
      [migrations.length],
    );
    const { rowCount } = await client.query(
      // Whoever saved it put it where its form has it.
      `UPDATE trajectoires.participants
       SET body = regexp_replace(body::text, '"ofTheNext":"kept",|,"ofTheNext":"kept"', '')::json
       WHERE position('"ofTheNext":"kept"' in body::text) > 0`,
    );
    return rowCount ?? 0;
  });

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return work(client).finally(() => client.end());
}
