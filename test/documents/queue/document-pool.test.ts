import { expect, test } from '@jest/globals';
import { createDocumentPool } from '#documents/queue/document-pool.ts';

test('a thread that cannot even start fails its job at once, and the next one as well', async () => {
  const pool = createDocumentPool(undefined as never, 1_000);
  for (let i = 0; i < 2; i++) {
    const print = pool.print(
      { job: { kind: 'code', address: 'https://seille.example', px: 100 }, own: [] },
      60_000,
    );
    await expect(print).rejects.toThrow('undefined');
  }
  await pool.close();
});
