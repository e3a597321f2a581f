import { site } from '../site.ts';
import type { Drawer, Held, Shelf } from './shelf.ts';

/** A browser that does not answer by then keeps nothing for us, in milliseconds. */
const patience = 2_000;

/** A shelf in IndexedDB; what is past its time goes first, that of other consultations too. Rejected where the browser keeps nothing. */
export async function shelfInBrowser(name: string, now = Date.now()): Promise<Shelf> {
  const db = await opened();
  const all = (drawer: Drawer) =>
    run(db, 'readonly', (held): IDBRequest<Held[]> => held.getAll(under(name, drawer)));
  await sweep(db, now);
  return {
    lasts: true,
    all,
    async change(put, drop = []) {
      await run(db, 'readwrite', (held) => {
        for (const [drawer, id] of drop) held.delete([name, drawer, id]);
        for (const [drawer, one] of put) held.put(one, [name, drawer, one.id]);
        return held.count();
      });
    },
    async empty() {
      await run(db, 'readwrite', (held) => held.delete(under(name)));
    },
    async claim(drawer, one) {
      const standing = await run(db, 'readwrite', (held): IDBRequest<Held[]> => {
        const asked: IDBRequest<Held[]> = held.getAll(under(name, drawer));
        // Within one transaction: no other tab writes between the look and the claim.
        asked.onsuccess = () => {
          if (isFree(asked.result, one)) held.put(one, [name, drawer, drawer]);
        };
        return asked;
      });
      return isFree(standing, one);
    },
  };
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, patience);
    // Another site may be served from the same host.
    const asked = indexedDB.open(`trajectoires:${site.pathname}`, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store);
    asked.onerror = reject;
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
  });
}

const isFree = (standing: readonly Held[], { id }: Held): boolean =>
  standing.every((its) => its.id === id || its.n <= Date.now());

const store = 'held';

/** Resolves once it is written. */
function run<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  act: (held: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode);
    const asked = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = reject;
  });
}

/** All keys that begin so: an array comes after everything else. */
const under = (...path: readonly string[]) => IDBKeyRange.bound([...path], [...path, []]);

async function sweep(db: IDBDatabase, now: number): Promise<void> {
  const keys = await run(db, 'readonly', (held) => held.getAllKeys());
  for (const key of keys) {
    const [name, drawer] = Array.isArray(key) ? key.map(String) : [];
    if (name === undefined || drawer !== 'until') continue;
    const until = await run(db, 'readonly', (held): IDBRequest<Held | undefined> => held.get(key));
    if (until && until.n < now) await run(db, 'readwrite', (held) => held.delete(under(name)));
  }
}
