import type { StoreProblem } from '#store/problem.ts';
import { StoreUnavailable } from '#store/store.ts';

export const noInstallation = (place: string): StoreUnavailable =>
  new StoreUnavailable(
    `Nothing is kept in ${place}: there is nothing to move.`,
    'Name the folder (DATA_DIR) or the database (DATABASE_URL) that the program runs on.',
  );

/** What is there would be mixed with what comes, or hidden by it. */
export const taken = (place: string, found: string): StoreUnavailable =>
  new StoreUnavailable(
    `Something is kept in ${place} already (${found}): nothing is moved into it.`,
    'Name an empty database, or a folder that is empty or is not there yet.',
  );

export const anothersMove = (place: string): StoreUnavailable =>
  new StoreUnavailable(
    `A move of another installation into ${place} was begun and is not finished.`,
    'Go on with that one, or name an empty database or folder.',
  );

/** Whatever is said meanwhile would stay behind. */
export const inUse = (place: string, nodes: readonly string[]): StoreUnavailable =>
  new StoreUnavailable(
    `A program is running on ${place} (${nodes.join(', ')}).`,
    'Stop every server, wait five seconds, then ask again: what people say meanwhile would be lost.',
  );

export const restorePlanned = (dir: string): StoreUnavailable =>
  new StoreUnavailable(
    `A backup is to be put in the place of what is kept in ${dir}, at the next start.`,
    'Start the program once, which does it, or give it up on the page Backups; then stop it and ask again.',
  );

export const erasuresOwed = (dir: string): StoreUnavailable =>
  new StoreUnavailable(
    `Somebody who is erased still stands in a backup (owed-erasures.json in ${dir}), and once moved nobody would erase them there.`,
    'Give the folder of the backups back to this account (BACKUP_DIR as for the program), or delete the backups; then ask again.',
  );

export const setAside = (dir: string, many: number): StoreUnavailable =>
  new StoreUnavailable(
    `${many} damaged documents or lines wait in quarantine of ${dir}, and would stay behind.`,
    'Repair each and put it back where it stood, or delete it: whoever it is of then begins anew. Then ask again.',
  );

/** What cannot be read cannot be moved. */
export function unreadable([first, ...others]: readonly [StoreProblem, ...StoreProblem[]]): StoreUnavailable {
  const more = others.slice(0, 4).map(({ message }) => `\n${message}`);
  const rest = others.length > 4 ? `\nand ${others.length - 4} more.` : '';
  return new StoreUnavailable(
    `Nothing is moved while something cannot be read:\n${first.message}${more.join('')}${rest}`,
    first.remedy,
  );
}

/** Somebody started on what is moved while it was moved. */
export const changedMeanwhile = (place: string): StoreUnavailable =>
  new StoreUnavailable(
    `What is kept in ${place} changed while it was moved.`,
    'Stop every server, then ask for the same again: it goes on, and takes over what changed.',
  );

export const othersKeys = (place: string): StoreUnavailable =>
  new StoreUnavailable(
    `The keys of another installation stand in ${place}.`,
    'A program was started there meanwhile. Stop it, empty that place, and ask again.',
  );
