import { types } from 'node:util';

/** What a log may say of an error: never its other properties, which can hold what a person wrote. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** What the operator can do. */
  readonly remedy?: string;
  readonly cause?: Failure;
}

export function failure(error: unknown, depth = 3): Failure {
  if (!isError(error)) return { name: typeof error, message: 'something other than an error was thrown' };
  const { name, message, stack, cause } = error;
  return {
    name,
    message: message.slice(0, longest),
    ...(stack !== undefined && { stack: stack.slice(0, longest) }),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('remedy' in error && typeof error.remedy === 'string' && { remedy: error.remedy }),
    ...(cause !== undefined && depth > 0 && { cause: failure(cause, depth - 1) }),
  };
}

/** Old libraries inherit by hand, and an error can come from another realm: either test misses some. */
export function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

const longest = 4000;
