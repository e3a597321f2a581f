import { expect, test } from '@jest/globals';
import { listen } from '#web/http/listen.ts';
import { serving } from './serving.ts';

test('a taken port is told with what to do, and the one who had it goes on', async () => {
  const first = await serving(() => undefined);
  const second = await serving(() => undefined);
  await second.stop();
  const listening = await listen(second.server, '127.0.0.1', first.port);
  expect(listening).toMatchObject({ outcome: 'refused' });
  if (listening.outcome !== 'refused') return;
  expect(listening.message).toContain(`Port ${first.port} is taken`);
  expect(listening.remedy).toContain('PORT=');
  expect((await fetch(first.url)).status).toBe(404);
  await first.stop();
});

test('an address of another machine is told with what to do', async () => {
  const other = await serving(() => undefined);
  await other.stop();
  const listening = await listen(other.server, '192.0.2.1', 0);
  expect(listening).toMatchObject({ outcome: 'refused', remedy: expect.stringContaining('127.0.0.1') });
});
