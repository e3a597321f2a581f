import { RecordUnreadable } from './store.ts';

/** Catches what is thrown of a record that cannot be read, and has something stand for it; any other failure goes on its way. */
export function whenUnreadable<const T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof RecordUnreadable) return instead;
    throw error;
  };
}
