import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Expected, Reading } from '#understanding/reading.ts';

const Options = z.array(z.strictObject({ id: z.string(), title: z.string() }));

const Expectation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: Options }),
  z.strictObject({ kind: z.literal('multi'), options: Options, max: z.number().optional() }),
  z.strictObject({ kind: z.literal('scale'), points: z.array(z.string()).length(5) }),
  z.strictObject({
    kind: z.literal('ballot'),
    stances: z.array(z.string()),
    horizons: Options,
    year: z.number(),
  }),
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({ kind: z.literal('text'), longest: z.number() }),
]);

const Row = z.strictObject({
  text: z.string(),
  to: z.string(),
  means: z.unknown().optional(),
  again: z.string().optional(),
  understood: z.array(z.string()).optional(),
  beside: z.record(z.string(), z.unknown()).optional(),
});

const Table = z.strictObject({
  language: z.string(),
  expectations: z.record(z.string(), Expectation),
  replies: z.array(Row),
});

export interface Case {
  readonly text: string;
  readonly to: string;
  readonly expected: Expected;
  readonly language: string;
  readonly reading: Reading;
}

/** The replies of a table, each with the reading it must get. */
export function loadTable(file: string): readonly Case[] {
  const table = Table.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  return table.replies.map((row) => {
    const expected = table.expectations[row.to] as Expected | undefined;
    if (expected === undefined)
      throw new Error(`${file}: "${row.text}" goes to ${row.to}, which is not there`);
    return {
      text: row.text,
      to: row.to,
      expected,
      language: table.language,
      reading: readingOf(row, expected),
    };
  });
}

function readingOf(row: z.infer<typeof Row>, { kind }: Expected): Reading {
  const { means, again, understood, beside } = row;
  if (again !== undefined)
    return {
      kind: 'unclear',
      reason: again,
      ...(understood && { understood }),
      ...(beside && { beside }),
    } as Reading;
  if (means === 'dont-know' || means === 'skip' || means === 'any') return { kind: means };
  if (kind === 'multi') return { kind, values: means as string[] };
  return (kind === 'ballot' ? { kind, ...(means as object) } : { kind, value: means }) as Reading;
}
