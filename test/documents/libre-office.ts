import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const names = ['soffice', 'libreoffice'];

/** Where LibreOffice is on this machine, if anywhere. */
export function findOffice(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = [
    process.env.SOFFICE_PATH ?? '',
    ...names.flatMap((name) => folders.map((it) => join(it, name))),
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

export const officeRemedy =
  'No LibreOffice on this machine: the tests that open files in it are skipped. Install it (Debian: apt-get install libreoffice-calc libreoffice-writer) or set SOFFICE_PATH.';

/** Tests that open what is written in LibreOffice, where there is one; `to` is what it is saved as. */
export function describeOpening(name: string, to: string, written: () => Promise<Uint8Array>): void {
  const office = findOffice();
  if (office === undefined) console.warn(`skipped: ${officeRemedy}`);
  (office === undefined ? describe.skip : describe)('opened in LibreOffice', () => {
    let dir = '';
    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'report-'));
    });
    afterAll(() => rm(dir, { recursive: true, force: true }));

    test('it is read without a complaint', async () => {
      const file = join(dir, name);
      await writeFile(file, await written());
      const { path, code, complaints } = await convert(file, to, dir);
      expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
      expect(path).toBeDefined();
    }, 120_000);
  });
}

interface Converted {
  /** Where the converted file is; absent when LibreOffice wrote none. */
  readonly path: string | undefined;
  readonly code: number;
  /** What it said on its way, without what it always says. */
  readonly complaints: readonly string[];
}

/** Conversions wait for one another, in a process: LibreOffice likes to be alone. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Opens a file in LibreOffice and saves it in `dir` under another extension: `pdf`, `csv`, or an extension with a filter,
 * such as `csv:Text - txt - csv (StarCalc):59,34,76`. `from`: the filter that opens it, where the file does not tell.
 */
export function convert(file: string, to: string, dir: string, from?: string): Promise<Converted> {
  const turn = last.then(() => converted(file, to, dir, from));
  last = turn.catch(() => undefined);
  return turn;
}

async function converted(
  file: string,
  to: string,
  dir: string,
  from: string | undefined,
): Promise<Converted> {
  const office = findOffice();
  if (office === undefined) throw new Error(officeRemedy);
  const profile = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    const { code, said } = await run(office, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      ...(from === undefined ? [] : [`--infilter=${from}`]),
      '--convert-to',
      to,
      '--outdir',
      dir,
      file,
    ]);
    const path = join(dir, `${basename(file, extname(file))}.${to.split(':')[0]}`);
    return { path: existsSync(path) ? path : undefined, code, complaints: complaintsIn(said) };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** About the machine, not about the file. */
const usual = /javaldx|java runtime|dconf|fontconfig|glib|gtk/i;

const complaintsIn = (said: string) =>
  said.split('\n').filter((line) => /warn|error/i.test(line) && !usual.test(line));

function run(office: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(office, [...args], { timeout: 90_000 }, (failure, stdout, stderr) => {
      const code = failure === null ? 0 : typeof failure.code === 'number' ? failure.code : 1;
      resolve({ code, said: `${stdout}\n${stderr}` });
    });
  });
}
