import { fileURLToPath } from 'node:url';
import { loadCatalogues } from '#catalogue/load-all.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { crowd } from '#test/bench/crowd.ts';
import { storeOf } from '../app/in-database.ts';
import { newFolder, type Running, running } from '../app/running.ts';

const at = '2026-11-20T10:00:00.000Z';

/** The whole program with the demonstration that so many people answered, one of whom lets a text be read. */
export async function filled(people: number, settings: Record<string, string> = {}): Promise<Running> {
  const dataDir = await newFolder();
  await (await running(dataDir)).stop();
  const store = await storeOf(dataDir);
  const consultation = await store.load('consultation', 'decouverte');
  if (consultation === undefined) throw new Error('There is no demonstration');
  const cast = crowd(catalogue);
  for (let i = 0; i < people; i++) {
    const { roles, territory, ballots } = cast(i);
    const all = Object.entries(ballots).map(([id, ballot]) => [
      id,
      i === 0 && id === catalogue.domains[0]?.trajectories[0]?.id
        ? { ...ballot, concern: shared, shared: true }
        : ballot,
    ]);
    await store.save('participant', {
      ...{ schema: 1, id: `person-${i}`, version: 0, consultation: consultation.id },
      ...{ catalogue: consultation.catalogue, language: 'fr', seed: i, traces: [], answers: {}, tries: 0 },
      ...{ consent: { at }, ballots: Object.fromEntries(all), castAt: at, handled: [] },
      profile: { roles: [...roles], territory: territory ?? 'declined' },
      ...{ startedAt: at, updatedAt: at },
    } as Participant);
  }
  await store.close();
  return running(dataDir, settings);
}

/** What somebody wrote and lets those who facilitate read. */
export const shared = 'Qui paie quand la ligne ferme ?';

/** The program's own content. */
export const catalogue = (() => {
  const loaded = loadCatalogues(fileURLToPath(new URL('../../../catalogue', import.meta.url)), undefined);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalogues.all[0];
})();
