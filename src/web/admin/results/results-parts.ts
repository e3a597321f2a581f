import type { AdminOptions } from '../options.ts';

/** What the pages about results need. */
export type ResultsParts = Pick<AdminOptions, 'application' | 'documents' | 'viewOf' | 'publicUrl'>;
