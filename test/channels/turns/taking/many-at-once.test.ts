import { expect, test } from '@jest/globals';
import { nobody } from '#channels/turns/in-world.ts';
import type { Answer } from '#domain/participant/answer.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';
import { put } from '#test/projections/held-store.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const now = '2026-11-23T10:00:00.000Z';
const consultation = newConsultation({ minGroup: 5, expected: 35 });
const questions = catalogue.domains.find(({ id }) => id === 'mobility')?.questions ?? [];

test('35 people who come to their lists in the same moment, before any view, are not all sent to the same trajectories', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const takeTurn = turnTaker(store, () => now);
    const people = Array.from({ length: 35 }, (_, seed) => ({ id: `p${seed}`, seed }));
    const passed = Object.fromEntries(questions.map(({ id }): [string, Answer] => [id, { kind: 'skipped' }]));
    const profile = { roles: 'declined', territory: 'declined' } as const;
    for (const { id, seed } of people)
      await put(store, id, { seed, profile, answers: passed, catalogue: catalogue.edition });
    const open = { kind: 'submit', value: { act: 'open', domain: 'mobility' } } as const;
    const turn = { caller: 'somewhere', consultation, rights: nobody, activityId: 'open', event: open };
    await Promise.all(people.map(({ id }) => takeTurn({ ...turn, key: id })));

    const lists = await Promise.all(
      people.map(async ({ id }) => (await store.load('participant', id))?.examining?.mobility ?? []),
    );
    const views = new Map<string, number>();
    for (const { id } of lists.flat()) views.set(id, (views.get(id) ?? 0) + 1);
    // 140 places over eleven trajectories. By what is saved alone, the most and the least would be some nine apart.
    expect(lists.flat()).toHaveLength(140);
    expect(views.size).toBe(11);
    expect(Math.max(...views.values()) - Math.min(...views.values())).toBeLessThanOrEqual(4);
    await store.close();
  }));
