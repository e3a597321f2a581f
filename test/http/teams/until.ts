import { setTimeout as pause } from 'node:timers/promises';

const longest = 15_000;
const between = 10;

/** What comes by itself, once it has; looked for at short intervals, within a bound. */
export async function until<T>(look: () => T | undefined | false): Promise<T> {
  const deadline = performance.now() + longest;
  while (performance.now() < deadline) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await pause(between);
  }
  throw new Error(`It did not come in ${longest} ms: ${look}`);
}
