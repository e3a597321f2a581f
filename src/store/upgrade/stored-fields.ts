/** A stored object, as yet unchecked. */
export type StoredFields = Readonly<Record<string, unknown>>;

export const isFields = (data: unknown): data is StoredFields => typeof data === 'object' && data !== null;
