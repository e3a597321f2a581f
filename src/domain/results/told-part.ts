import { z } from 'zod';
import { Band, bandFrom } from './band.ts';
import type { ResultKind } from './group-scenario.ts';
import type { PartOf } from './part-of.ts';

/** A part as programs read it: exactly, as a band in a provisional result, or as a word. */
export const ToldPart = z.union([
  z.int().min(0),
  Band,
  z
    .enum(['few', 'nearly-all'])
    .describe('few: fewer than five, or none. nearly-all: all but fewer than five.'),
]);
export type ToldPart = z.infer<typeof ToldPart>;

export const toldPart = (part: PartOf, kind: ResultKind): ToldPart =>
  typeof part === 'number' && kind === 'provisional' ? bandFrom(part) : part;
