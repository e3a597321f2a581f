import { type Zippable, zipSync } from 'fflate';

/** A zip of these files: the same bytes for the same files. */
export const zipped = (files: Zippable): Uint8Array => zipSync(files, { level: 9, mtime: always });

/** A zip keeps local times and none before 1980: its first day, wherever the file is made. */
const always = new Date(1980, 0, 1);
