import type { Compared, Told } from './move-all.ts';

/** Figures of a hash that are printed: enough for an eye. */
const shown = 16;
/** Ids that are named of a kind. */
const mostNamed = 5;

const count = (many: number): string => many.toLocaleString('en-GB');

/** What is printed while it works, a line each; on a terminal, progress is one line that changes. */
export function createProgress(isLive: boolean): (told: Told) => void {
  let [last, over] = [-1, ''];
  return (told) => {
    if (isLive && !('kind' in told)) process.stdout.write('\r\u001b[K');
    if (told.step === 'stays') {
      if (told.stays.length > 0) console.log('Stays where it is:');
      for (const one of told.stays) console.log(`  ${one}`);
    } else if (told.step === 'begins') {
      console.log(
        `${told.isBegun ? 'Goes on with the move that was begun' : 'Moves'}: ${count(told.count)} records.`,
      );
    } else if (told.step === 'moves') {
      const { kind, done, of } = told;
      if (of === 0 || kind === over) return;
      const part = Math.floor((done / of) * (isLive ? 1000 : 10));
      if (part === last && done < of) return;
      last = part;
      line(isLive, `  ${kind.padEnd(18)} ${count(done)} of ${count(of)}`, done >= of);
      if (done >= of) [last, over] = [-1, kind];
    } else if ('kind' in told && isLive)
      line(isLive, `  ${told.step === 'looks' ? 'looks through' : 'reads back'} ${told.kind}`, false);
  };
}

function line(isLive: boolean, text: string, isLast: boolean): void {
  if (!isLive) console.log(text);
  else process.stdout.write(`\r\u001b[K${text}${isLast ? '\n' : ''}`);
}

/** What both sides hold, by kind; SHA-256 is over the records in the order of their ids. */
export function table(compared: readonly Compared[]): string {
  const rows = compared
    .filter(({ source, target }) => source.count + target.count > 0)
    .map(({ kind, source, target, different }) => [
      kind,
      count(source.count),
      count(target.count),
      source.sha256.slice(0, shown),
      target.sha256.slice(0, shown),
      different.length === 0 ? 'the same' : `${count(different.length)} differ`,
    ]);
  const total = (side: 'source' | 'target') => count(compared.reduce((sum, one) => sum + one[side].count, 0));
  const all = [
    ['kind', 'source', 'target', 'SHA-256 of source', 'SHA-256 of target', ''],
    ...rows,
    ['all', total('source'), total('target'), '', '', ''],
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  const cell = (text: string, i: number) => {
    const width = widths[i] ?? 0;
    return i === 1 || i === 2 ? text.padStart(width) : text.padEnd(width);
  };
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** Which are not the same, the first of each kind. */
export const differences = (compared: readonly Compared[]): readonly string[] =>
  compared.flatMap(({ kind, different }) => {
    if (different.length === 0) return [];
    const more = different.length > mostNamed ? ', …' : '';
    return [`${kind}: ${count(different.length)} differ: ${different.slice(0, mostNamed).join(', ')}${more}`];
  });
