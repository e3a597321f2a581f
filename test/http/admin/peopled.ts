import type { Participant } from '#domain/participant/participant.ts';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { newPerson } from '#test/conversations/world.ts';
import { type Running, running } from '../app/running.ts';
import { usualFolder } from '../app/usual-folder.ts';

const at = '2026-11-23T10:00:00.000Z';

/** Somebody who agreed to take part in the consultation that is there from the start. */
export const agreed = (id: string, change: Partial<Participant> = {}): Participant =>
  newPerson({ consent: { at }, ...change, id });

/** The program on a folder in which there are people already, and whatever else `fill` puts there. */
export async function peopled(
  people: readonly Participant[],
  fill: (store: Store) => Promise<unknown> = async () => undefined,
): Promise<Running> {
  const dir = await usualFolder();
  const store = await openStore(dir);
  for (const person of people) await store.save('participant', person);
  await fill(store);
  await store.close();
  return running(dir);
}
