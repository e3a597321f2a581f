import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { readConfig } from '../config.ts';
import { listProblems } from './catalogue/report.ts';
import { factsOf, type PackageProblem } from './teams/facts.ts';
import { makePackage, readIcons } from './teams/package.ts';

const usage = 'npm run teams-package [-- --out trajectoires-teams.zip]';

/** `npm run teams-package`. Exit: 0, 1 when a setting or a text must change first, 2 for a wrong use. */
function teamsPackage(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const asked = readOut(args);
  if ('problem' in asked) {
    console.error(`${asked.problem}\n\n${usage}`);
    return 2;
  }
  const read = readConfig(env);
  if ('problems' in read) return refuse(read.problems);
  const { config } = read;
  const found = factsOf(config, ownVersion());
  if ('problems' in found) return refuse(found.problems);
  const { facts } = found;
  const loaded = loadPhrases(fileURLToPath(new URL('../../catalogue', import.meta.url)));
  if ('problems' in loaded) {
    console.error(listProblems(loaded.problems));
    return 1;
  }
  const packed = makePackage(facts, loaded.phrases, readIcons());
  if ('problems' in packed) return refuse(packed.problems);
  const unwritten = write(asked.out, packed.zip);
  if (unwritten !== undefined) return refuse([unwritten]);
  if (facts.developer !== config.controller.name)
    console.log(`CONTROLLER_NAME is longer than Teams takes: the package says “${facts.developer}”.`);
  console.log(`${asked.out}: version ${facts.version}, in ${loaded.phrases.languages.join(' and ')}.`);
  console.log(
    'Next: Teams admin centre → Teams apps → Manage apps → Upload new app (deployment/teams/README.md says more).',
  );
  return 0;
}

/** Where the package goes, as an absolute path. */
function readOut(args: readonly string[]): { readonly out: string } | { readonly problem: string } {
  try {
    const options = { out: { type: 'string', default: 'trajectoires-teams.zip' } } as const;
    return { out: resolve(parseArgs({ args: [...args], options }).values.out) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function write(out: string, zip: Uint8Array): PackageProblem | undefined {
  try {
    writeFileSync(out, zip);
    return undefined;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      message: `${out} cannot be written (${why})`,
      remedy: 'Give --out the name of a file in a folder that is there and may be written to.',
    };
  }
}

function refuse(problems: readonly PackageProblem[]): number {
  for (const { message, remedy } of problems) console.error(`${message}\n  → ${remedy}`);
  return 1;
}

process.exitCode = teamsPackage(process.argv.slice(2), process.env);
