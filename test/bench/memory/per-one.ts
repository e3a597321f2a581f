/** KiB that each of so many takes, of so many MiB. */
export const perOne = (mib: number, many: number): number => (mib * 1024) / many;
