/** The errors of the store that it tells of by itself. */
const names: ReadonlySet<unknown> = new Set(['StoreUnavailable', 'RecordUnreadable']);

/**
 * Whether a line of the log says once more what the store tells by itself: when saving begins to fail, every minute, and when it is
 * over. A full disk would otherwise write lines for every turn, and have no room for them.
 */
export function isToldByStore(fields: unknown): boolean {
  const failure = isFields(fields) ? fields.failure : undefined;
  return names.has(isFields(failure) ? failure.name : String(failure).split(':')[0]);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
