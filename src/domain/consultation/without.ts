/** The same without some of its properties: an optional setting that is not set stands nowhere. */
export function without<T extends object, K extends keyof T>(whole: T, ...names: readonly K[]): Omit<T, K> {
  const left = { ...whole };
  for (const name of names) delete left[name];
  return left;
}
