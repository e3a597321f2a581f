import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/**
 * What a YAML text holds, as an earlier start read it. Reading YAML takes a quarter of a start: what came of it is kept beside
 * compiled code, where Node keeps that, and under the hash of the text. Nothing is kept of what is no plain JSON.
 */
export function keptData(text: string): { readonly data: unknown } | undefined {
  const path = pathOf(text);
  if (path === undefined) return undefined;
  try {
    return { data: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return undefined;
  }
}

export function keepData(text: string, data: unknown): void {
  const path = pathOf(text);
  if (path === undefined || data === undefined) return;
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) return;
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, json, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // The next start reads the text again.
  }
}

function pathOf(text: string): string | undefined {
  const folder = getCompileCacheDir();
  return folder && join(folder, `yaml-${createHash('sha256').update(text).digest('hex')}.json`);
}
