import { setTimeout as pause } from 'node:timers/promises';

/** Waits, as an operator does before people are sent there, until a program that has started has read what it holds. */
export async function ready(url: string): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 200) await pause(10);
}
