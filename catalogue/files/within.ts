import type { Path } from './sheet.ts';

/** What stands at a path in data of any shape. */
export function within(data: unknown, path: Path): unknown {
  return path.reduce((at: unknown, step) => {
    return isObject(at) && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined;
  }, data);
}

/** The keys of the map at a path; absent when no map stands there. */
export function keysAt(data: unknown, path: Path): readonly string[] | undefined {
  const at = within(data, path);
  return isObject(at) && !Array.isArray(at) ? Object.keys(at) : undefined;
}

/** The list at a path; empty when none stands there. */
export function listAt(data: unknown, path: Path): readonly unknown[] {
  const at = within(data, path);
  return Array.isArray(at) ? at : [];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
