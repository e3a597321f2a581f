import { afterAll, beforeAll } from '@jest/globals';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, type Member } from './member.ts';

/** A program for the tests of a file, in a folder of its own, and its first owner; both go when the tests are over. */
export function withSpace(
  ready: (app: Running, owner: Member) => void,
  start: () => Promise<Running> = () => running(),
): void {
  let app: Running;
  beforeAll(async () => {
    app = await start();
    ready(app, await entering(app.spaceLink));
  }, 30_000);
  afterAll(async () => {
    await app.stop();
    await removeFolder(app.dataDir);
  });
}
