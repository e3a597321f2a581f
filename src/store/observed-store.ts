import {
  type Observer,
  type StoreOperation,
  storeOperations,
  unobserved,
} from '#src/observability/observer.ts';
import type { Store } from './store.ts';

/** The same store, whatever it can do beside the port; each operation of the port is observed. */
export function observedStore<S extends Store>(store: S, observer: Observer): S {
  if (observer === unobserved) return store;
  const observed = new Map<string | symbol, (...given: readonly unknown[]) => unknown>();
  const wrapped = (operation: StoreOperation, work: (...given: readonly unknown[]) => unknown) => {
    const step = (kind: unknown) => ({ name: 'store', operation, kind: String(kind) }) as const;
    return (...given: readonly unknown[]) =>
      observer.during(step(given[0]), async () => Reflect.apply(work, store, given));
  };
  return new Proxy(store, {
    get(_target, name) {
      const known = observed.get(name);
      if (known !== undefined) return known;
      const its: unknown = Reflect.get(store, name, store);
      if (!isFunction(its)) return its;
      const operation = storeOperations.find((one) => one === name);
      // Its own state is private: whatever is called is called of the store itself.
      const called =
        operation === undefined
          ? (...given: readonly unknown[]) => Reflect.apply(its, store, given)
          : wrapped(operation, its);
      observed.set(name, called);
      return called;
    },
  });
}

const isFunction = (value: unknown): value is (...given: readonly unknown[]) => unknown =>
  typeof value === 'function';
