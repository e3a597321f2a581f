import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createBackupKeeper } from '#store/files/backups/backup-keeper.ts';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { openStore } from '#store/files/open.ts';
import { withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';

test('a downloaded backup is unpacked by tar and put back by npm run restore, whatever its names', () =>
  withFolder(async (dir) => {
    const [home, out, heir] = [join(dir, 'home'), join(dir, 'out'), join(dir, 'heir')];
    const store = await openStore(home);
    await writeFile(join(home, 'keys.json'), '{}');
    const ids = ['ana', 'p'.repeat(200), 'É'.repeat(20)];
    for (const id of ids) await save(store, person(id, 'x'.repeat(700)));
    const { path } = await store.backup(7);
    await store.close();
    const keeper = createBackupKeeper(home, join(home, 'backups'), async () => ({ documents: 0, unread: 0 }));
    const name = path.split('/').at(-1) ?? '';
    const archive = await keeper.archive(name);
    if (archive === undefined) throw new Error('There is a backup');
    await pipeline(archive, createWriteStream(join(dir, 'one.tar.gz')));
    await mkdir(out);
    await promisify(execFile)('tar', ['xzf', join(dir, 'one.tar.gz'), '-C', out]);
    await restoreBackup(join(out, name), heir);
    const again = await openStore(heir);
    expect((await all(again, 0)).map(({ id }) => id).sort()).toEqual(ids.toSorted());
    await again.close();
  }));
