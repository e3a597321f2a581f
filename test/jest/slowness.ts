import { createHash } from 'node:crypto';

/** Seconds of a processor that `work` takes on the machine for which budgets are written. */
const reference = 0.05;

/** How many times slower than that machine this one is; a faster one counts as the same. */
export function slowness(): number {
  const tries = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.max(1, Math.min(...tries) / reference);
}

/** A little of what tests do: text, objects, sorting, hashes. */
function work(): void {
  const rows = Array.from({ length: 40_000 }, (_, i) => ({ id: `person-${(i * 7919) % 40_000}`, at: i }));
  const sorted = rows.toSorted((a, b) => a.id.localeCompare(b.id));
  createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
