import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { filesIn, withFolder } from './folders.ts';

/** Who took part, as results of before were kept. */
const former = {
  roles: { resident: 23, elected: null, student: 0 },
  territories: { town: null, village: 13 },
};

test('of a result of before, what was hidden is no longer spoken of, and provisional numbers are bands', async () => {
  await withFolder(async (dir) => {
    const result = {
      at: '2026-11-20T18:00:00.000Z',
      scenario: { n: 24, who: { roles: {}, territories: {} }, domains: [] },
    };
    const store = await openStore(dir);
    await store.save('consultation', newConsultation({ version: 0, provisional: result, final: result }));
    await store.close();
    const [path = ''] = await filesIn(join(dir, 'consultation'));
    const kept = JSON.parse(await readFile(path, 'utf8'));
    for (const state of ['provisional', 'final']) kept.record[state].scenario.who = former;
    await writeFile(path, JSON.stringify(kept));
    const again = await openStore(dir);
    const its = await again.load('consultation', newConsultation().id);
    expect(its?.final?.scenario.who).toEqual({
      roles: { resident: 23, student: 0 },
      territories: { village: 13 },
    });
    expect(its?.provisional?.scenario.who).toEqual({
      roles: { resident: 20, student: 0 },
      territories: { village: 10 },
    });
    await again.close();
  });
});
