import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own catalogue. */
export const catalogueFolder = fileURLToPath(new URL('../../catalogue', import.meta.url));

/** A small catalogue that stays as it is, whatever becomes of the project's own. */
const sampleFolder = fileURLToPath(new URL('sample', import.meta.url));

/** A copy of the sample, with the assistant's own wording, that a test may break. */
export interface Workbench {
  readonly folder: string;
  /** Replaces a passage of a file, which must stand there once, and gives the line where the change begins. */
  readonly edit: (file: string, from: string, to: string) => number;
  readonly write: (file: string, text: string) => void;
  readonly remove: (file: string) => void;
}

const wording = ['fr/words.yaml', 'fr/interface', 'en/words.yaml', 'en/interface'];

const opened: string[] = [];

export function workbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  opened.push(folder);
  cpSync(sampleFolder, folder, { recursive: true });
  for (const part of wording) cpSync(join(catalogueFolder, part), join(folder, part), { recursive: true });
  return {
    folder,
    edit(file, from, to) {
      const [before, after, ...more] = readFileSync(join(folder, file), 'utf8').split(from);
      if (before === undefined || after === undefined || more.length > 0) {
        throw new Error(`“${from}” does not stand exactly once in ${file}`);
      }
      writeFileSync(join(folder, file), before + to + after);
      return before.split('\n').length;
    },
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
  };
}

export function clearWorkbenches(): void {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true, force: true });
}
