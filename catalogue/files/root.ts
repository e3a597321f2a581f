/** Where a catalogue is read from: a folder, or its files as they are being put together, each by its path with the data that it holds. */
export type Root = string | ReadonlyMap<string, unknown>;
