import { parseArgs } from 'node:util';
import { z } from 'zod';

const SimulationOptions = z.object({
  participants: whole(1, 100_000).default(50),
  seed: whole(0, 2 ** 31 - 1).default(7),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://127.0.0.1:3978'),
  consultation: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be the code of a consultation, such as decouverte')
    .default('decouverte'),
  concurrency: whole(1, 1000).default(8),
});
export type SimulationOptions = z.infer<typeof SimulationOptions>;

export const usage = `npm run simulate -- [--participants 50] [--seed 7] [--url http://127.0.0.1:3978]
                    [--consultation decouverte] [--concurrency 8]`;

/** Reads the command line; a wrong option is told in one sentence. */
export function readOptions(args: readonly string[]): { options: SimulationOptions } | { problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { participants: text, seed: text, url: text, consultation: text, concurrency: text },
    });
    const options = SimulationOptions.safeParse(values);
    if (options.success) return { options: options.data };
    const [issue] = options.error.issues;
    return { problem: `--${String(issue?.path[0])} ${issue?.message}` };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function whole(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
}
