import { type DeviceCounts, deviceKinds } from '#domain/results/device-counts.ts';
import type { Wording } from '../wording.ts';

/** Rows of a table: on what people began, and how many; what nobody began on is left out. `count` says a number of people. */
export const deviceRows = (
  counts: DeviceCounts,
  count: (people: number) => string,
  { say }: Pick<Wording, 'say'>,
): readonly (readonly [device: string, people: string])[] =>
  deviceKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => [say(`participation.devices.${kind}`), count(counts[kind])] as const);
