import type { StepName } from './step.ts';

/** Where a step of the settings is. */
export const settingsAddress = (code: string, step: StepName): string =>
  `/animation/c/${code}/reglages/${step}`;
