import { z } from 'zod';

/** On what somebody began, as coarsely as it is of use: our page on a phone, our page on anything larger, Teams, or a paper sheet. */
export const devices = ['phone', 'computer', 'teams', 'paper'] as const;
export const Device = z.enum(devices);
export type Device = z.infer<typeof Device>;
