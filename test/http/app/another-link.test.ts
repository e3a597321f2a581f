import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { entering } from '../admin/member.ts';
import { child } from './child.ts';
import { newFolder } from './new-folder.ts';
import { removeFolder } from './running.ts';

/** The program that `node:child_process` runs for us, told by its own lock. */
const testOnUnix = process.platform === 'win32' ? test.skip : test;

testOnUnix(
  'whoever lost every way in has the running program print another link by a signal',
  async () => {
    const dataDir = await newFolder();
    const running = child({ DATA_DIR: dataDir });
    await running.url;
    const links = () => running.printed().match(/http:\S+\/animation\/entree\/\S+/g) ?? [];
    expect(links()).toHaveLength(1);
    const { pid } = JSON.parse(await readFile(join(dataDir, 'lock'), 'utf8'));
    expect(pid).toBe(running.process.pid);
    const told = new Promise((resolve) => running.process.stdout?.once('data', resolve));
    process.kill(pid, 'SIGUSR2');
    await told;
    const [first = '', second = ''] = links();
    expect(second).not.toBe(first);
    expect((await entering(second)).cookie).toContain('animation=');
    expect((await entering(first)).cookie).toContain('animation=');
    running.process.kill('SIGTERM');
    expect(await running.over).toBe(0);
    await removeFolder(dataDir);
  },
  30_000,
);
