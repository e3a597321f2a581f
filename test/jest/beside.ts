import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { text } from 'node:stream/consumers';

/**
 * Runs scripts of package.json beside each other: `beside.ts types,lint jest ...`. The last has the terminal, and what follows
 * it; of the others what they print is told when they fail. Ends with 1 when any of them does.
 */
const [checks = '', last = '', ...more] = process.argv.slice(2);

async function check(name: string): Promise<boolean> {
  const began = performance.now();
  const script = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  // Some tests measure how long something takes: the checks wait for them, not the other way round.
  if (script.pid !== undefined) setPriority(script.pid, lower);
  const [out, err, [code]] = await Promise.all([
    text(script.stdout),
    text(script.stderr),
    once(script, 'close'),
  ]);
  const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  console.error(code === 0 ? `✓ ${name} (${took})` : `✗ ${name} (${took})\n${out}${err}`);
  return code === 0;
}

async function run(name: string): Promise<boolean> {
  const script = spawn('npm', ['run', '--silent', name, '--', ...more], { stdio: 'inherit' });
  const [code] = await once(script, 'close');
  return code === 0;
}

/** As `nice` has it. */
const lower = 10;

const names = checks.split(',');
const passed = await Promise.all([...names.map(check), run(last)]);
const failed = [...names, last].filter((_, i) => !passed[i]);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
