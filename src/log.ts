import { types } from 'node:util';
import { type DestinationStream, type Logger, pino } from 'pino';
import { failureOf } from './failure.ts';
import { isToldByStore } from './told-by-store.ts';

/**
 * The program's log: lines of JSON on the standard output, or where a test reads them. Whatever is handed to it, a line
 * stays short and holds nothing that somebody wrote by mistake of ours: of an error what `failureOf` says, of a request,
 * a stream, bytes or any other thing that is no plain data, nothing.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    formatters: { log: (fields: object) => Object.fromEntries(entriesOf(fields, 0)) },
    hooks: { logMethod },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Pino takes an error's message for that of the line. What the store tells by itself is not said once more by whoever meets it. */
function logMethod(this: Logger, given: Parameters<pino.LogFn>, write: pino.LogFn): void {
  const [first, message]: readonly unknown[] = given;
  if (isToldByStore(first)) return;
  if (!types.isNativeError(first)) write.apply(this, given);
  else write.call(this, { failure: first }, typeof message === 'string' ? message : 'something failed');
}

/** Of a text so many characters, of a list or a record so many entries, so many levels deep. */
const most = { text: 300, entries: 20, depth: 3 } as const;

function harmless(value: unknown, depth: number): unknown {
  if (types.isNativeError(value) || value instanceof Error) return failureOf(value);
  if (typeof value === 'string') return value.slice(0, most.text);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? omitted : value;
  if (depth >= most.depth) return omitted;
  if (Array.isArray(value)) return value.slice(0, most.entries).map((one) => harmless(one, depth + 1));
  return isPlain(value) ? Object.fromEntries(entriesOf(value, depth + 1)) : omitted;
}

const entriesOf = (fields: object, depth: number) =>
  Object.entries(fields)
    .slice(0, most.entries)
    .map(([name, value]) => [name, harmless(value, depth)] as const);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const omitted = '[not logged]';
