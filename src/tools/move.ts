import { readConfig } from '#src/config.ts';
import { StoreLocked } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { printRefusal, refuseOtherAccount } from './backup/refusal.ts';
import { databaseSide } from './move/database-side.ts';
import { filesSide } from './move/files-side.ts';
import { type Moved, moveAll } from './move/move-all.ts';
import { createProgress, differences, table } from './move/report.ts';
import type { Side } from './move/side.ts';
import { type Place, readSides, usage } from './move/sides.ts';

/**
 * `npm run move -- --from data --to postgres://…`, or back: takes an installation from files to PostgreSQL, or to files, while the
 * program is stopped. Exit: 0; 1 when it is refused or something differs; 2 for a wrong use.
 */
async function move(args: readonly string[]): Promise<number> {
  const read = readSides(args);
  if ('problem' in read) {
    console.error(`${read.problem}\n\n${usage}`);
    return 2;
  }
  const settings = readConfig(process.env);
  if ('problems' in settings) return printRefusal(...settings.problems);
  const { backupDir } = settings.config;
  for (const place of [read.from, read.to]) {
    const refused = 'dir' in place ? await refuseOtherAccount(place.dir) : undefined;
    if (refused !== undefined) return printRefusal(refused);
  }
  const [from, to] = [sideOf(read.from, backupDir), sideOf(read.to, backupDir)];
  try {
    console.log(`From ${from.name}\nto   ${to.name}`);
    return conclude(await moveAll(from, to, createProgress(process.stdout.isTTY)), from, to);
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof StoreLocked) return printRefusal(error);
    throw error;
  }
}

const sideOf = (place: Place, backups: string | undefined): Side =>
  'url' in place ? databaseSide(place.url) : filesSide(place.dir, backups);

function conclude({ compared, isDone }: Moved, from: Side, to: Side): number {
  console.log(`\n${table(compared)}\n`);
  if (!isDone) return printRefusal({ ...notTheSame, message: differences(compared).join('\n') });
  console.log(`Everything is in ${to.name}, keys included.\n`);
  for (const [nth, what] of [...to.whenHere, ...from.whenGone].entries()) console.log(`${nth + 1}. ${what}`);
  return 0;
}

const notTheSame = {
  remedy:
    'Nothing starts on it yet. Ask for the same again: what differs is written anew. Should it differ again, report it as a fault of the program.',
};

process.exitCode = await move(process.argv.slice(2));
