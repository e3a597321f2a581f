import { expect, test } from '@jest/globals';
import { crash } from './crash/crash.ts';
import { torment } from './part.ts';

test('killed, cut short and not confirmed, nothing acknowledged is lost or doubled', async () => {
  const { figures, wrongs } = await torment(crash, 0.0005);
  expect(wrongs).toEqual([]);
  expect(Object.fromEntries(figures)).toMatchObject({ 'kills under load (SIGKILL)': 2, '  lost': 0 });
}, 240_000);
