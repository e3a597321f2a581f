/** The protocol's `{ activities, watermark }` around activities that are JSON already; typing has no watermark. */
export function activitySet(activities: readonly Buffer[], watermark?: string): Buffer {
  const parts: Buffer[] = [before];
  for (const [i, activity] of activities.entries()) {
    if (i > 0) parts.push(between);
    parts.push(activity);
  }
  parts.push(watermark === undefined ? end : Buffer.from(`],"watermark":"${watermark}"}`));
  return Buffer.concat(parts);
}

const before = Buffer.from('{"activities":[');
const between = Buffer.from(',');
const end = Buffer.from(']}');
