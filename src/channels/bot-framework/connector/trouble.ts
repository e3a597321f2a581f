import { z } from 'zod';

/** Why a request came to nothing: figures and codes, never a word of what was sent, nor a token. */
interface Trouble {
  readonly status?: number | undefined;
  readonly retryAfter?: string | undefined;
  readonly why: string;
  /** A mistake of ours: another try would end the same. */
  readonly ours: boolean;
}

/** Reads what botbuilder's client, its sign-in or the network throws. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Silence) return { why: 'silent', ours: false };
  const { statusCode, code, errorCode, response } = Thrown.catch({}).parse(error);
  const named = code ?? errorCode;
  return {
    status: statusCode,
    retryAfter: response?.headers.get('retry-after') ?? undefined,
    why: named ?? (statusCode === undefined ? 'unexpected' : 'refused'),
    // The network's and the sign-in's errors have a code, a mistake of ours has none.
    ours: statusCode === undefined && named === undefined,
  };
}

/** The channel did not answer in time. */
export class Silence extends Error {}

/** A code as channels and Node write them; anything else could say too much. */
const Code = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,59}$/)
  .optional()
  .catch(undefined);

const Headers = z.custom<{ get(name: string): string | null | undefined }>(
  (headers) => z.object({ get: z.function() }).safeParse(headers).success,
);

const Thrown = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: Code,
  errorCode: Code,
  response: z.object({ headers: Headers }).optional().catch(undefined),
});
