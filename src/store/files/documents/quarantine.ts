import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { RecordKind } from '#domain/records/records.ts';
import { ofPeople } from '#store/of-people.ts';
import type { OnProblem } from '#store/problem.ts';
import { namesOf } from '#store/upgrade/former-names.ts';
import { confirm, confirmFolder, type Disk, errorCode, fileMode, makeFolder, remove } from '../disk.ts';
import { nameOf } from './name.ts';

/** Where damaged data waits for someone to look at it, out of the way of the rest. */
export class Quarantine {
  readonly #dir: string;
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #onProblem: OnProblem;

  constructor(dir: string, disk: Disk, onProblem: OnProblem) {
    this.#dir = dir;
    this.#folder = join(dir, 'quarantine');
    this.#disk = disk;
    this.#onProblem = onProblem;
  }

  /** Moves a damaged document here and reports it. `why` quotes nothing that stands in it. */
  async takeDocument(kind: RecordKind, path: string, why: string): Promise<void> {
    const place = await this.#take(kind, path, 'json');
    this.#onProblem({
      about: 'damaged-document',
      message: `The document ${this.#name(path)} is damaged (${why}). It was set aside as ${this.#name(place)}; the others are not touched.`,
      remedy: `Repair it and put it back at ${this.#name(path)} while the server is stopped, or restore it from a backup.`,
    });
  }

  /** Moves what is no file out of a document's place, or out of its folder's. */
  async takeStranger(kind: RecordKind, path: string): Promise<true> {
    await this.#take(kind, path, stranger);
    return true;
  }

  /** Whether something waits here that stood in the place of a record's document. */
  async holdsPlaceOf(kind: RecordKind, id: string): Promise<boolean> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.some((name) => name.startsWith(`${kind}.${nameOf(id)}.`) && name.endsWith(stranger));
  }

  /** Keeps bytes of a journal that are no record any more, and reports them. */
  async takeLine(segment: string, bytes: Buffer | string, why: string): Promise<void> {
    await makeFolder(this.#disk, this.#folder);
    const place = join(this.#folder, `journal.${basename(segment, '.log')}.${stamp()}.txt`);
    const file = await this.#disk.open(place, 'wx', fileMode);
    await file
      .writeFile(bytes)
      .then(() => confirm(file))
      .finally(() => file.close());
    await confirmFolder(this.#disk, this.#folder);
    this.#onProblem({
      about: 'damaged-journal',
      message: `A line of ${this.#name(segment)} is damaged (${why}). It was set aside as ${this.#name(place)}; the other lines are kept.`,
      remedy: 'Compare it with the record it speaks of, which may be one save old, then delete it.',
    });
  }

  /** Removes what was set aside about records: their documents, and lines that name them. */
  async purge(kind: RecordKind, ids: readonly string[]): Promise<void> {
    const starts = ids.flatMap((id) => namesOf(kind).map((called) => `${called}.${nameOf(id)}.`));
    const quoted = ids.map((id) => JSON.stringify(id));
    await this.#remove(async (name, read) => {
      if (starts.some((start) => name.startsWith(start))) return true;
      const bytes = await read();
      return quoted.some((id) => bytes.includes(id));
    });
  }

  /**
   * Removes what names a consultation, former documents of its own among it; of people and lines that name none, what was set
   * aside before a moment, in milliseconds. Resolves to how much of the latter was set aside since, and stays.
   */
  async purgeConsultation(code: string, before: number): Promise<number> {
    let left = 0;
    await this.#remove(async (name, read) => {
      if (name.startsWith('consultation.')) return name.startsWith(`consultation.${nameOf(code)}.`);
      const text = (await read()).toString('latin1');
      const named = [...text.matchAll(/"consultation":\s*"([^"]*)"/g)].map(([, its]) => its);
      if (named.includes(code)) return true;
      const isPeoples = startsOfPeoples.some((start) => name.startsWith(start));
      if (!isPeoples || named.length > 0) return false;
      const isOld = (takenAt(name) ?? 0) < before;
      if (!isOld) left += 1;
      return isOld;
    });
    return left;
  }

  /** What was set aside may be a folder, where a document should have been. */
  async #drop(path: string): Promise<void> {
    await remove(this.#disk, path).catch(async (error: unknown) => {
      if (!['EISDIR', 'EPERM'].includes(errorCode(error))) throw error;
      await rm(path, { recursive: true, force: true });
    });
  }

  async #remove(isGone: (name: string, read: () => Promise<Buffer>) => Promise<boolean>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const path = join(this.#folder, name);
      if (await isGone(name, () => textIn(path))) await this.#drop(path);
    }
    if (names.length > 0) await confirmFolder(this.#disk, this.#folder);
  }

  /** How something is called within the data folder. */
  #name(path: string): string {
    return relative(this.#dir, path);
  }

  async #take(kind: RecordKind, path: string, ending: string): Promise<string> {
    await makeFolder(this.#disk, this.#folder);
    const place = join(this.#folder, `${kind}.${basename(path, '.json')}.${stamp()}.${ending}`);
    await this.#disk.rename(path, place);
    await confirmFolder(this.#disk, this.#folder);
    return place;
  }
}

/** What a file here begins with that may hold something of a person. */
const startsOfPeoples = [...ofPeople.flatMap(namesOf), 'journal'].map((called) => `${called}.`);

/** How the name of what is no document ends. */
const stranger = 'stranger';

/** What cannot be read is known by its name alone. */
const textIn = (path: string): Promise<Buffer> => readFile(path).catch(() => Buffer.alloc(0));

let taken = 0;

/** Different each time, and in the order of time. */
function stamp(): string {
  taken += 1;
  return `${Date.now().toString(36)}-${process.pid}-${taken}`;
}

/** When a file was set aside, by its name, in milliseconds. */
function takenAt(name: string): number | undefined {
  const [, time] = /\.([0-9a-z]+)-\d+-\d+\.(?:json|txt|stranger)$/.exec(name) ?? [];
  return time === undefined ? undefined : Number.parseInt(time, 36);
}
