import { z } from 'zod';
import { Band } from '#domain/results/band.ts';

/** A number of people: exact in a final result, a band in a provisional one. */
export const counted = z.union([z.int().min(0), Band]);

const tenths = (description: string) =>
  z
    .number()
    .min(0)
    .max(1)
    .describe(`${description} In tenths: 0.1 is at most one in ten, 0.9 at least nine.`);

const share = (description: string) => z.number().min(0).max(1).describe(description);

export const Benefits = z
  .strictObject({
    'quality-of-life': share('Quality of life.'),
    environment: share('Resources and environment.'),
    jobs: share('Jobs.'),
    performance: share('Productive performance.'),
    resilience: share('Adaptability and resilience.'),
    openness: share('Democratic and social openness.'),
  })
  .meta({ title: 'Benefits', description: 'Share of those who examined it and named the criterion.' });

/** The figures of a provisional result: nothing that is computed from its tenths and bands. */
export const CoarseFigures = z
  .strictObject({
    n: Band.describe('People who gave a stance.'),
    examined: Band.describe('People who examined the trajectory.'),
    dontKnowRate: tenths('Share of those who examined it and do not know.'),
    support: tenths('Rather or very desirable, of the people who gave a stance.'),
    opposition: tenths('Rather or very undesirable, of the people who gave a stance.'),
    kept: tenths('Share of those who examined it and keep it for their scenario.'),
    benefits: Benefits,
  })
  .meta({ title: 'Figures of a provisional result' });
export type CoarseFigures = z.infer<typeof CoarseFigures>;
