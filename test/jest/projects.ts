import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const tests = join(import.meta.dirname, '..');

/** The projects, and which suites belong to each: the first that matches what a suite and its helpers import, or its folder. */
const belongs: readonly (readonly [name: string, (imports: ReadonlySet<string>, path: string) => boolean])[] =
  [
    ['browser', (imports) => imports.has('playwright-core')],
    ['process', (imports) => imports.has('node:child_process')],
    ['http', (imports, path) => /^(http|browser)\//.test(path) || imports.has('node:http')],
    ['unit', () => true],
  ];

/** The suites of each project, as patterns of file names. */
export function projects(): ReadonlyMap<string, string[]> {
  const found = new Map(belongs.map(([name]): [string, string[]] => [name, []]));
  for (const path of globSync('**/*.test.ts', { cwd: tests }).toSorted()) {
    const imports = new Set<string>();
    reach(join(tests, path), imports);
    const name = belongs.find(([, matches]) => matches(imports, path))?.[0] ?? '';
    found.get(name)?.push(`<rootDir>/test/${path}`);
  }
  return found;
}

/** Adds what a file imports, and what is imported by what it imports of this folder. */
function reach(file: string, imports: Set<string>): void {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(imported)) {
    const within = name.startsWith('#test/')
      ? join(tests, name.slice('#test/'.length))
      : name.startsWith('.') && join(file, '..', name);
    const key = within ? relative(tests, within) : name;
    if (imports.has(key)) continue;
    imports.add(key);
    if (within && !key.startsWith('..')) reach(within, imports);
  }
}

/** Where something is imported from; types alone are not. */
const imported = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
