/** Tests are ES modules in TypeScript, run by Node itself; swc strips the types. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  maxWorkers: 2,
  // A machine shared with browsers and servers is slow now and then; a test that hangs still ends.
  testTimeout: 20_000,
  // A worker keeps the modules of every test it ran: past this it is replaced.
  workerIdleMemoryLimit: '1200MB',
};
