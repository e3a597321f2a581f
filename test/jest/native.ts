import { existsSync, readFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Globals, give } from './globals.ts';

const require = createRequire(import.meta.url);
const globals = new URL('./globals.ts', import.meta.url).href;

/** What Jest's own test runner asks of the place in which a suite is loaded. */
interface Loader {
  requireInternalModule(path: string): unknown;
  requireModule(path: string): unknown;
  setGlobalsForRuntime(globals: Globals): void;
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
  enterTestCode(): void;
  leaveTestCode(): void;
}

type Runner = (
  global: object,
  project: object,
  environment: { readonly global: { readonly console: Console } },
  loader: Loader,
  path: string,
  tell?: unknown,
) => Promise<Result>;

interface Result {
  perfStats: object;
}

const runner: { default: Runner } = require('jest-circus/runner');

const native: Loader = {
  /** Evaluated again for each suite: it holds the suite's tests. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  },
  requireModule: require,
  setGlobalsForRuntime: give,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(pathToFileURL(path).href),
  enterTestCode() {},
  leaveTestCode() {},
};

const { directory } = enableCompileCache();
// Threads and processes that a suite starts keep what they compile as well: Node gives each its own folder within this one.
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= dirname(directory);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context),
});

/**
 * Runs a suite as Node itself loads it, not in a sandbox of Jest's: what is imported is loaded once for all the suites of a
 * worker, where a sandbox would load the whole program again for each of them.
 */
const runNatively: Runner = async (global, project, environment, _sandbox, path, tell) => {
  const { console } = globalThis;
  globalThis.console = environment.global.console;
  const before = worked();
  await seed();
  try {
    const result = await runner.default(global, project, environment, native, path, tell);
    return { ...result, perfStats: { ...result.perfStats, processor: worked() - before } };
  } finally {
    globalThis.console = console;
    forget();
  }
};

/** Chance begins where it is told to. */
async function seed(): Promise<void> {
  const { TEST_SEED } = process.env;
  if (TEST_SEED === undefined) return;
  const { default: chance } = await import('fast-check');
  chance.configureGlobal({ seed: Number(TEST_SEED) });
}

/** Seconds that a processor worked for this process, and where Linux tells it for those that it started and that ended. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  const [, stat = ''] = existsSync(ownStat) ? readFileSync(ownStat, 'utf8').split(') ') : [];
  const [ofChildren = 0, systems = 0] = stat.split(' ').slice(13, 15).map(Number);
  return (user + system) / 1e6 + (ofChildren + systems) / ticks;
}

/** proc(5): the 16th and 17th fields, in hundredths of a second. */
const ownStat = '/proc/self/stat';
const ticks = 100;

/** The runner keeps its handlers and a suite's tests on the global object, for a sandbox to be thrown away with. */
function forget(): void {
  for (const symbol of Object.getOwnPropertySymbols(globalThis))
    if (kept.has(symbol.description ?? '')) Reflect.deleteProperty(globalThis, symbol);
}

const kept = new Set(['EVENT_HANDLERS', 'JEST_STATE_SYMBOL']);

export default runNatively;
