import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordKind, records } from '#domain/records/records.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { beginMove, endMove, moveFile, moveInto } from '#store/files/moving.ts';
import { openStore } from '#store/files/open.ts';
import { anothersMove, erasuresOwed, noInstallation, restorePlanned, setAside, taken } from './refusals.ts';
import type { Side, Source, Target } from './side.ts';

/** A data folder. `backups`: where its backups stand, unless in the folder itself. */
export function filesSide(dir: string, backups: string | undefined): Side {
  const where = backups === undefined ? {} : { backups };
  return {
    name: dir,
    whenHere: [
      `Start the program with DATA_DIR=${dir} and without DATABASE_URL: one process has the folder.`,
      'Backups are npm run backup from now on, each night, as docs/deploying.md says.',
    ],
    whenGone: [
      `Nothing was changed in ${dir}, backups included: it still holds what everybody answered, and from the next start on nobody who is erased is erased there.`,
      `Look at the program, then delete ${dir} and every backup of it${backups === undefined ? '' : ` (${backups})`}: within days, and before any answer is due to be erased.`,
      'Start nothing on it meanwhile: what is said there would stay there.',
    ],
    async openSource(onProblem) {
      if (!(await namesIn(dir)).includes('keys.json')) throw noInstallation(dir);
      const store = await openStore(dir, { ...where, onProblem });
      try {
        // What a backup refused to erase is tried again by it.
        await store.checkpoint();
        const stays = await besideRecords(dir);
        const source: Source = {
          ...{ store, stays, keys: keysInFolder(dir) },
          // The lock keeps everybody else away.
          refuseUsed: async () => undefined,
          close: () => store.close(),
        };
        return source;
      } catch (error) {
        await store.close();
        throw error;
      }
    },
    async openTarget(source) {
      const mark = await moveInto(dir);
      if (mark !== undefined && mark.source !== source) throw anothersMove(dir);
      const others = (await namesIn(dir)).filter((name) => !mayStand.has(name));
      if (mark === undefined && others.length > 0) throw taken(dir, others.slice(0, 3).join(', '));
      return filled(dir, source, mark !== undefined);
    },
  };
}

function filled(dir: string, source: string, isBegun: boolean): Target {
  let close = async (): Promise<void> => undefined;
  return {
    isBegun,
    async begin() {
      if (!isBegun) await beginMove(dir, { source });
      const store = await openStore(dir, { isFilled: true, remembered: 0 });
      close = () => store.close();
      return {
        ...{ store, keys: keysInFolder(dir) },
        settle: () => store.checkpoint(),
        finish: () => endMove(dir),
      };
    },
    close: () => close(),
  };
}

/** What may stand in a folder in which nothing is kept; a mark that was on its way leaves a draft. */
const mayStand: ReadonlySet<string> = new Set(['lock', `${moveFile}.draft`]);

/** What stands in a data folder and is not worth a word: what is moved, and what is made anew. */
const ordinary: ReadonlySet<string> = new Set<RecordKind | string>([
  ...Object.keys(records),
  ...['journal', 'keys.json', 'format.json', 'lock', 'backup.json', 'digest', 'quarantine'],
]);

/** What is not moved, a sentence each. Throws StoreUnavailable for what may not stay behind. */
async function besideRecords(dir: string): Promise<readonly string[]> {
  const names = await namesIn(dir);
  if (names.includes('restore.json')) throw restorePlanned(dir);
  if (names.includes('owed-erasures.json')) throw erasuresOwed(dir);
  const damaged = await namesIn(join(dir, 'quarantine'));
  if (damaged.length > 0) throw setAside(dir, damaged.length);
  const forms = await namesIn(join(dir, 'kept-forms'));
  const others = names.filter((name) => !ordinary.has(name) && !['kept-forms', 'backups'].includes(name));
  return [
    ...(forms.length > 0 ? [`${forms.length} forms of ended sessions, which last four hours at most.`] : []),
    ...(names.includes('backups')
      ? ['The backups: they are of this folder, and can be put back as files alone.']
      : []),
    ...(others.length > 0 ? [`What is not of the program: ${others.slice(0, 10).join(', ')}.`] : []),
  ];
}

const namesIn = (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);
