/** `npm run bench -- turns`: runs one benchmark by its name. */
const benchmarks: Record<string, () => Promise<unknown>> = {
  turns: () => import('./turns.ts'),
  stored: () => import('./stored.ts'),
  peers: async () => (await import('./turns/peers.ts')).installPeers(),
  store: () => import('./store.ts'),
  scenario: () => import('./scenario.ts'),
  coverage: () => import('./coverage.ts'),
  memory: () => import('./memory.ts'),
  camps: () => import('./camps.ts'),
  page: () => import('./page.ts'),
  light: () => import('./light.ts'),
  room: () => import('./room.ts'),
  start: () => import('./start.ts'),
  move: () => import('./move.ts'),
  postgres: () => import('./postgres.ts'),
};
const name = process.argv[2] ?? '';
const run = benchmarks[name];
if (run === undefined) {
  console.error(`Say which benchmark to run: npm run bench -- ${Object.keys(benchmarks).join(' | ')}`);
  process.exitCode = 2;
} else {
  await run();
}
