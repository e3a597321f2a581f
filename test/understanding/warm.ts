import type { Recognise } from '#understanding/reading.ts';
import { type Hand, startHand } from '#understanding/replies/hand.ts';

const deadlineMs = 5_000;

/**
 * The recognizers, warm, one text after the other. The thread is the same for all suites that a worker of Jest's runs: warming
 * it takes some seconds of a processor. It keeps no process alive.
 */
export const recognise: Recognise = (text, language) => {
  hand ??= warm();
  const found = last.then(() => hand).then((its) => its?.work(text, language, deadlineMs));
  last = found;
  return found.then((recognised) => recognised ?? { numbers: [] });
};

let hand: Promise<Hand> | undefined;
let last: Promise<unknown> = Promise.resolve();

async function warm(): Promise<Hand> {
  const started = startHand();
  if (await started.warm) return started;
  throw new Error('The recognizers did not get warm');
}
