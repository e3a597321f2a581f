import type { Row } from 'write-excel-file/node';
import { isKnown, type KnownTrajectory } from '#domain/results/group-scenario.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { stances } from '../../figures/stances.ts';
import type { Result } from '../../result.ts';
import type { PlacedChart } from './native-charts.ts';
import type { BarLook } from './stacked-bars.ts';

const sides = ['against', 'neither', 'favour'] as const satisfies readonly BarLook[];

/** How much a chart takes, in rows and columns of a sheet: of a bar with its gap, and of what stands above and below the bars. */
const [bar, around, columns] = [1.5, 7, 12];

interface Blocks {
  readonly rows: readonly Row[];
  readonly charts: readonly PlacedChart[];
}

/** A block of rows a domain, one below the other: its title, a head, how many are against, neither and for each trajectory; and its chart. */
export function stanceBlocks({ wording, scenario }: Result, sheet: string): Blocks {
  const rows: Row[] = [];
  const charts: PlacedChart[] = [];
  for (const domain of scenario.domains) {
    const known = domain.trajectories.filter(isKnown);
    const alt = stances(domain, 'paper', 'exact', wording)?.figure.alt;
    if (alt === undefined) continue;
    const title = domainTitle(wording, domain.domain);
    const top = rows.length;
    const [first, last] = [top + 3, top + 2 + known.length];
    const cells = (column: string) =>
      `'${sheet.replaceAll("'", "''")}'!$${column}$${first}:$${column}$${last}`;
    const head = (column: string) => `'${sheet.replaceAll("'", "''")}'!$${column}$${first - 1}`;
    const series = sides.map((side, i) => {
      const column = 'BCD'.charAt(i);
      return { title: head(column), values: cells(column), look: side };
    });
    const size = { rows: Math.ceil(around + known.length * bar), columns };
    charts.push({ title, alt, names: cells('A'), series, row: top, column: 5, ...size });
    rows.push(
      [bold(title)],
      [
        '',
        ...sides.map((side) => ({
          ...bold(wording.say(`tables.stance.${side}`)),
          align: 'right' as const,
        })),
      ],
    );
    rows.push(...known.map((one) => rowOf(one, trajectoryTitle(wording, one.trajectory))));
    while (rows.length < top + size.rows + 1) rows.push([]);
  }
  return { rows, charts };
}

/** Texts are written as texts, so that none is taken for a formula. */
function rowOf({ figures: { n, support, opposition } }: KnownTrajectory, title: string): Row {
  const [against, favour] = [Math.round(opposition.share * n), Math.round(support.share * n)];
  const counts = [against, Math.max(0, n - against - favour), favour];
  return [{ value: title, type: String }, ...counts.map((value) => ({ value, type: Number, format: '0' }))];
}

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
