import { z } from 'zod';

/**
 * Takes the SDK's own retries out of a connector: it would repeat each post up to three times, whatever we decide.
 * Its pipeline is not public; should it ever look otherwise, the connector is refused rather than let repeat.
 */
export function tryingOnce<C extends object>(connector: C): C {
  const { pipeline } = Piped.parse(connector).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('The connector has no retries of the name that we know');
  return connector;
}

interface Pipeline {
  removePolicy(named: { readonly name: string }): readonly unknown[];
}

const Piped = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => z.object({ removePolicy: z.function() }).safeParse(value).success,
    ),
  }),
});
