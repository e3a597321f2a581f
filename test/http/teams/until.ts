import { setTimeout as pause } from 'node:timers/promises';

const longest = 15_000;
const between = 10;

type Look<T> = T | undefined | false;

/** What comes by itself, once it has; looked for at short intervals, within a bound. */
export async function until<T>(look: () => Look<T> | Promise<Look<T>>): Promise<T> {
  const deadline = performance.now() + longest;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(between);
  }
  throw new Error(`It did not come in ${longest} ms: ${look}`);
}
