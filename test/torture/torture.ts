import { parseArgs } from 'node:util';
import { type Part, torment } from './part.ts';

/**
 * `npm run torture [-- part…] [--share 0.1]`: what the program withstands, in figures of this very run. The whole takes minutes; a
 * share of each part is in `npm test`. Exit: 0, 1 when something was wrong, 2 for a wrong use.
 */
const parts: Readonly<Record<string, () => Promise<Part>>> = {
  'bad-input': async () => (await import('./bad-input/bad-input.ts')).badInput,
  words: async () => (await import('./words/words.ts')).words,
  load: async () => (await import('./load/load.ts')).load,
  privacy: async () => (await import('./privacy/privacy.ts')).privacy,
  differencing: async () => (await import('./differencing/differencing.ts')).differencing,
  crash: async () => (await import('./crash/crash.ts')).crash,
  nodes: async () => (await import('./nodes/nodes.ts')).nodes,
};

async function torture(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { share: { type: 'string', default: '1' } },
  });
  const share = Number(values.share);
  const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0 || !(share > 0)) {
    console.error(`npm run torture [-- ${Object.keys(parts).join(' | ')}] [--share 0.1]`);
    return 2;
  }
  let wrong = 0;
  for (const name of wanted) wrong += await one(name, share);
  console.log(wrong === 0 ? '\nAll of it was withstood.' : `\n${wrong} wrong.`);
  return wrong === 0 ? 0 : 1;
}

/** How much went wrong in one part, with its figures printed. */
async function one(name: string, share: number): Promise<number> {
  const part = await parts[name]?.();
  if (part === undefined) return 0;
  const began = performance.now();
  const { figures, wrongs } = await torment(part, share);
  console.log(`\n${name} (${Math.round((performance.now() - began) / 1000)} s)`);
  for (const [what, value] of figures) console.log(`  ${what.padEnd(58)} ${value}`);
  for (const what of wrongs) console.log(`  WRONG: ${what}`);
  return wrongs.length;
}

process.exitCode = await torture(process.argv.slice(2));
