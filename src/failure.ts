import { types } from 'node:util';

/** What a log may say of an error. */
interface Failure {
  readonly name: string;
  readonly code?: string;
  /** What was asked of the system, of an error of the system. */
  readonly syscall?: string;
  /** Where in the code, the innermost first. */
  readonly at?: readonly string[];
  /** What the operator reads and can do: of errors of ours that are written for them. */
  readonly message?: string;
  readonly remedy?: string;
  readonly cause?: Failure;
}

/**
 * An error without what people or browsers sent. Its message can quote it (a parser shows the text that it stumbled
 * over, a type error the key that was missing), and so can its other properties: name, code and place say where to
 * look. Only errors that bear a `remedy` have a message of our own making.
 */
export function failureOf(error: unknown, depth = 3): Failure {
  if (!isError(error)) return { name: `no error but ${typeof error}` };
  const [code, syscall] = [wordIn(error, 'code'), wordIn(error, 'syscall')];
  const at = framesOf(error);
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(code !== undefined && { code }),
    ...(syscall !== undefined && { syscall }),
    ...('remedy' in error &&
      typeof error.remedy === 'string' && { message: error.message, remedy: error.remedy }),
    ...(at.length > 0 && { at }),
    ...(error.cause !== undefined && depth > 0 && { cause: failureOf(error.cause, depth - 1) }),
  };
}

/** Old libraries inherit by hand, and an error can come from another realm: either test misses some. */
const isError = (error: unknown): error is Error => error instanceof Error || types.isNativeError(error);

/** A property that is one word, as those of the system and of Node are. */
function wordIn(error: Error, name: string): string | undefined {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : undefined;
}

/** The lines of a stack without the message, which stands above them and may have lines of its own. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const below = stack.replaceAll(message === '' ? '\n' : message, '\n');
  return below
    .split('\n')
    .filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line) && !line.includes('node:internal'))
    .slice(0, mostFrames)
    .map((line) => line.trim().slice(0, longestFrame));
}

const [mostFrames, longestFrame] = [6, 200];
