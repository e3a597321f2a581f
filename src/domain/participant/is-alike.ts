/** Whether two pieces of what a person said are the same, however their parts are ordered. Plain data. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isCompound(one) || !isCompound(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const [parts, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    parts.length === others.size &&
    parts.every(([key, part]) => others.has(key) && isAlike(part, others.get(key)))
  );
}

const isCompound = (value: unknown): value is object => typeof value === 'object' && value !== null;
