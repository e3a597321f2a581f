import { createHmac, type KeyObject } from 'node:crypto';
import type { Consultation } from '#domain/consultation/consultation.ts';

/** By how many people more than the least the next provisional result waits: 0 to the smallest group, drawn anew after each. */
export type ReleaseBit = (its: Pick<Consultation, 'id' | 'minGroup'>, after: string | undefined) => number;

/**
 * Drawn with a key that leaves the program nowhere: the same after a restart, and known to nobody, so that the moment of a new
 * result does not tell whose contribution it waited for.
 */
export const createReleaseBit =
  (key: KeyObject): ReleaseBit =>
  ({ id, minGroup }, after) =>
    drawn(key, [id, after ?? '']) % (minGroup + 1);

/** How a figure of a consultation's provisional result is blurred (see `Blur`), by the result's time, the trajectory and its name. */
export type FigureBlur = (its: Pick<Consultation, 'id'>, figure: string) => number;

/** Drawn with the same key: a figure is the same whenever and wherever it is read. */
export const createFigureBlur =
  (key: KeyObject): FigureBlur =>
  ({ id }, figure) => {
    const place = (drawn(key, [id, 'figure', figure]) + 1 / 2) / 2 ** 32;
    return Math.log(place / (1 - place));
  };

/** A whole number under 2 to the 32. */
const drawn = (key: KeyObject, about: readonly string[]): number =>
  createHmac('sha256', key).update(JSON.stringify(about)).digest().readUInt32BE();
