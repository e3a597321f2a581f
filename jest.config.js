import { projects } from './test/jest/projects.ts';

/** Suites are ES modules in TypeScript that Node itself loads: nothing is transformed, and no sandbox is filled. */
const suites = {
  testRunner: '<rootDir>/test/jest/native.ts',
  injectGlobals: false,
  transform: {},
  roots: ['test', 'src', 'dialogs', 'cards', 'catalogue'].map((folder) => `<rootDir>/${folder}`),
};

const browser = {
  globalSetup: '<rootDir>/test/jest/browser.ts',
  globalTeardown: '<rootDir>/test/jest/browser-end.ts',
};

export default {
  projects: [...projects()].map(([displayName, testMatch]) => ({
    ...suites,
    ...(displayName === 'browser' && browser),
    displayName,
    testMatch,
  })),
  testSequencer: '<rootDir>/test/jest/costliest-first.ts',
  reporters: ['default', '<rootDir>/test/jest/slowest.ts'],
  maxWorkers: 2,
  // A machine shared with browsers and servers is slow now and then; a test that hangs still ends.
  testTimeout: 60_000,
  // A worker keeps what it loaded for all its suites; past this it is replaced.
  workerIdleMemoryLimit: '1500MB',
};
