import { z } from 'zod';

/** The address of a PostgreSQL database. Its message never quotes it: it holds a password. */
export const DatabaseUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
    error: 'is no postgres:// or postgresql:// address',
    abort: true,
  })
  .refine((text) => nameIn(text) !== '', 'names no database')
  .refine((text) => !new URL(text).hash, 'has a # in it: write it as %23');

const nameIn = (text: string): string => new URL(text).pathname.replace(/^\//, '');
