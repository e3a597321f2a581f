/** Saves until the system refuses, makes room, and saves again: `node limited.ts <folder>`; prints what came of it. */
import { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { person } from './people.ts';
import { save } from './steps.ts';

const store = await openStore(process.argv[2] ?? '', { pace: { records: 10_000, bytes: 100_000_000 } });
let saved = 0;
let refusal: unknown;
while (refusal === undefined) {
  await save(store, person(`p${saved}`, 'x'.repeat(900))).then(
    () => (saved += 1),
    (error: unknown) => (refusal = error),
  );
}
// The checkpoint begins a new file.
await store.checkpoint();
await save(store, person('room-again'));
await store.close();
const remedy = refusal instanceof StoreUnavailable ? refusal.remedy : String(refusal);
console.log(JSON.stringify({ saved, remedy }));
