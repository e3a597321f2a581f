/**
 * How often chance is tried: a few times in `npm test`, many in `npm run test:full`. At a failure fast-check prints the seed that it
 * began with; with `TEST_SEED` it begins there again.
 */
export const runs = (few: number, many: number): number => (process.env.TEST_RUNS === 'full' ? many : few);
