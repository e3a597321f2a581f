import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { openStore } from '#store/files/open.ts';
import { withFolder } from './folders.ts';

const before = '2026-01-01T00:00:00.000Z';

/** A link that was used since the backup stands in it unused; a session that was ended since stands in it open. */
test('what let somebody in before a backup was put back lets nobody in after', async () => {
  await withFolder(async (dir) => {
    const [home, kept] = [join(dir, 'home'), join(dir, 'kept')];
    const store = await openStore(home);
    await writeFile(join(home, 'keys.json'), '{}');
    const [schema, version] = [2, 0] as const;
    await store.save('sign-in-link', {
      ...{ schema, version, id: 'hash', expiresAt: '2099-01-01T00:00:00.000Z' },
      to: { who: 'account', account: 'mia' },
    });
    const dates = { createdAt: before, sessionsFrom: before };
    await store.save('account', {
      schema,
      version,
      id: 'mia',
      name: 'Mia',
      role: 'owner',
      roles: {},
      ...dates,
    });
    const { path } = await store.backup(7);
    await cp(path, kept, { recursive: true });
    await store.close();
    await rm(home, { recursive: true });
    const started = new Date().toISOString();
    await restoreBackup(kept, home);
    const later = await openStore(home);
    expect(await later.load('sign-in-link', 'hash')).toBeUndefined();
    const mia = await later.load('account', 'mia');
    expect(mia).toMatchObject({ name: 'Mia', role: 'owner', createdAt: before, version: 1 });
    expect(mia?.sessionsFrom.localeCompare(started)).toBeGreaterThanOrEqual(0);
    await later.close();
  });
});
