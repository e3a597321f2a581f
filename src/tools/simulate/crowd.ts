import { openLine } from './direct-line-client.ts';
import type { SimulationOptions } from './options.ts';
import { persona } from './persona.ts';
import { play, type Story } from './play.ts';

/** Plays everyone, so many at a time, and tells each story as it ends. */
export async function playCrowd(options: SimulationOptions, tell: (story: Story) => void): Promise<void> {
  const { participants, seed, url, consultation, concurrency } = options;
  let next = 0;
  const binding = async () => {
    while (next < participants) {
      const person = persona(seed, next++);
      tell(await play(person, () => openLine({ url, consultation, locale: person.language })));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, participants) }, binding));
}
