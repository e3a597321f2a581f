import { setTimeout as pause } from 'node:timers/promises';
import { type DirectLineConversation, openLine } from '../../../src/tools/simulate/direct-line-client.ts';
import { LineFailure } from '../../../src/tools/simulate/line-failure.ts';
import { persona } from '../../../src/tools/simulate/persona.ts';
import { play } from '../../../src/tools/simulate/play.ts';
import { createRng } from '../../../src/tools/simulate/rng.ts';

/** What came of a crowd. */
export interface CrowdOutcome {
  readonly times: readonly number[];
  readonly finished: number;
  readonly failures: readonly string[];
}

/**
 * So many people at once, each reading between two answers as people do (from `shortest` to four times that, in milliseconds);
 * whoever is done makes room for somebody else, until the time is over.
 */
export async function crowdAtOnce(
  url: string,
  { people, forMs, shortest }: { people: number; forMs: number; shortest: number },
): Promise<CrowdOutcome> {
  const end = performance.now() + forMs;
  const times: number[] = [];
  const failures: string[] = [];
  let [finished, next] = [0, 0];
  const place = async () => {
    while (performance.now() < end) {
      const person = persona(11, next++);
      const rng = createRng('pace', person.seed);
      const open = async () => {
        const at = { url, consultation: 'decouverte', locale: person.language };
        return reading(await openLine(at), () => shortest * (1 + 3 * rng.next()), end, times);
      };
      // They do not all come in the same second.
      await pause(Math.min(shortest * 3 * rng.next(), Math.max(0, end - performance.now())));
      const story = await play(person, open);
      if (performance.now() >= end) return;
      if (story.ended === 'failed') failures.push(story.failure ?? '');
      else finished += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, place));
  return { times: times.sort((a, b) => a - b), finished, failures };
}

/** The same conversation, with time to read before each answer; it breaks off when the time is over. */
function reading(
  line: DirectLineConversation,
  drawn: () => number,
  end: number,
  times: number[],
): DirectLineConversation {
  return {
    greeting: () => line.greeting(),
    close: () => line.close(),
    async say(message) {
      await pause(Math.min(drawn(), Math.max(0, end - performance.now())));
      if (performance.now() >= end) throw new LineFailure('the time is over');
      const answered = await line.say(message);
      times.push(answered.took);
      return answered;
    },
  };
}
