import type { Consultation } from '#domain/consultation/consultation.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation, newPerson } from '#test/conversations/world.ts';
import { townspeople } from '#test/documents/townspeople.ts';
import { newFolder } from '../http/app/new-folder.ts';

const at = '2026-11-20T10:00:00.000Z';

/** A consultation whose people have answered, closed and published; `people` of two camps, the same each time. */
export interface FullTown extends Partial<Consultation> {
  readonly id: string;
  readonly people: number;
}

/** A data folder with such consultations. */
export async function fullTowns(towns: readonly FullTown[]): Promise<string> {
  const dir = await newFolder();
  const store = await openStore(dir);
  for (const { people, ...town } of towns) {
    const one = newConsultation({
      title: { fr: 'Vallée de la Seille 2040', en: 'Seille Valley 2040' },
      territory: { fr: 'la vallée de la Seille', en: 'the Seille valley' },
      ...{ version: 0, closed: true, closedAt: at, publishedAt: at, ...town },
    });
    await store.save('consultation', one);
    const person = townspeople(catalogue);
    const asked = catalogue.domains.filter(({ id }) => one.domains.includes(id));
    const ids = one.trajectories ?? asked.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
    const saved = Array.from({ length: people }, (_, i) => {
      const { roles, territory, ballots } = person(i);
      return store.save(
        'participant',
        newPerson({
          ...{ id: `${one.id}-${i}`, consultation: one.id, catalogue: catalogue.edition },
          ...{ consent: { at }, castAt: at, startedAt: at, updatedAt: at },
          profile: { roles: [...roles], territory: territory ?? 'declined' },
          ballots: Object.fromEntries(Object.entries(ballots).filter(([id]) => ids.includes(id))),
        }),
      );
    });
    await Promise.all(saved);
  }
  await store.close();
  return dir;
}
