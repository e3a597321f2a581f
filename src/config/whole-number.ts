import { z } from 'zod';

/** A number as people write it: in digits and nothing else, which `Number` would read in many other shapes. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^[0-9]+$/, { error: 'is no whole number written in digits', abort: true })
    .transform(Number)
    .refine((number) => number >= least, `is below ${least}`)
    .refine((number) => number <= most, `is past ${most}`);
