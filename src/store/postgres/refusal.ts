import pg from 'pg';
import { StoreUnavailable } from '../store.ts';

/** What the operator reads of an error of the database or of the way to it. Its message can quote a record, and is not told. */
export function unavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  const code = codeOf(cause);
  const [what, remedy] = words.find(([codes]) => codes.test(code))?.slice(1) ?? away;
  return new StoreUnavailable(`${what} (${code || 'no answer'}).`, `${remedy}`, { cause });
}

/** Whether it is the database, or the way to it, that fails, and no statement of ours. */
export const isUnavailable = (error: unknown): boolean =>
  isLost(error) || words.some(([codes]) => codes.test(codeOf(error)));

/** Whether nobody knows if a statement was carried out: no answer of the database came, or it went away. Of what was sent alone. */
export const isLost = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(08|57P0)/.test(codeOf(error));

/** Whether the same statement may pass when it is sent again: others were in its way, or it was prepared before a migration. */
export const isPassing = (error: unknown): boolean => /^(40001|40P01|0A000|26000)$/.test(codeOf(error));

/** Why nothing can be saved: the database does not answer, or takes no change. */
export type Trouble = 'database-away' | 'database-refuses';

export function troubleOf(error: unknown): Trouble {
  return error instanceof StoreUnavailable && !isLost(error.cause) ? 'database-refuses' : 'database-away';
}

export const closed = (): StoreUnavailable =>
  new StoreUnavailable('Nothing was saved: the store is closed.', 'Start the server again.');

/** A later release made the tables, or wrote in them. */
export const ofLaterRelease = (what: string): StoreUnavailable =>
  new StoreUnavailable(
    `The database was written by a later release: ${what}. Nothing in it was touched.`,
    'Start the release that wrote it, or put back the dump that was made before it was first started.',
  );

/** A lost answer, and the record has been changed since: whether what was asked is in it, nobody can tell. */
export const unknownOutcome = (kind: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    `Whether a ${kind} was saved is not known: the database did not answer.`,
    'Nothing: whoever was answering is asked to send it again, and what was saved already is not saved twice.',
    { cause },
  );

const away = [
  'The database does not answer',
  'Start it, or look at the way to it. The server goes on by itself once it answers.',
] as const;

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const words: readonly (readonly [codes: RegExp, what: string, remedy: string])[] = [
  [
    /^(28...|3D000|42501|42P01|3F000)$/,
    'The database does not let the server in',
    'Check the user, the password and the name in DATABASE_URL, and what this user may do.',
  ],
  [/^53300$/, 'The database takes no more connections', 'Raise its max_connections, or lower DATABASE_POOL.'],
  [
    /^(53...|58...)$/,
    'The database cannot write',
    'Free some space on its disk and look at its log. The server then saves again by itself.',
  ],
  [
    /^25006$/,
    'The database takes no change',
    'It is a copy, or set to be read alone: have DATABASE_URL lead to the one that is written to.',
  ],
  [
    /^(57014|55P03)$/,
    'The database takes too long',
    'See what holds it up (pg_stat_activity, pg_locks). The server tries again by itself.',
  ],
];

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
