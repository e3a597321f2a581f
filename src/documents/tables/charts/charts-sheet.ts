import type { Image, Sheet } from 'write-excel-file/node';
import { expectedBenefits } from '../../figures/benefits.ts';
import type { Figure } from '../../figures/charted.ts';
import { sizeOf } from '../../figures/side-by-side.ts';
import { expectedWhen } from '../../figures/timeline.ts';
import { palette } from '../../pdf/palette.ts';
import { onPaper } from '../../pdf/paper-style.ts';
import { raster } from '../../pdf/raster.ts';
import type { Result } from '../../result.ts';
import type { PlacedChart } from './native-charts.ts';
import { stanceBlocks } from './stance-blocks.ts';

/** In pixels of the screen; the picture has twice as many, to stay sharp. */
const widest = 900;
/** A row as high as a spreadsheet has it, in pixels. */
const rowHeight = 20;

interface ChartsSheet {
  readonly sheet: Sheet<Image['content']>;
  readonly charts: readonly PlacedChart[];
}

/**
 * What people say of the trajectories of each domain, in figures with a chart beside them; below, the report's other pictures. Nothing
 * of a provisional result, which has no exact count.
 */
export function chartsSheet(result: Result): ChartsSheet | undefined {
  const { wording, scenario, kind } = result;
  if (kind === 'provisional') return undefined;
  const title = wording.say('tables.sheet.charts');
  const { rows, charts } = stanceBlocks(result, title);
  const figures = [expectedBenefits(scenario, 'exact', wording), expectedWhen(scenario, wording)].flatMap(
    (one) => one?.figure ?? [],
  );
  if (charts.length + figures.length === 0) return undefined;
  const images = placed(figures, rows.length + 2);
  const columns = [{ width: 60 }, ...Array.from({ length: 3 }, () => ({ width: 14 }))];
  return { charts, sheet: { sheet: title, orientation: 'landscape', columns, data: [...rows], images } };
}

function placed(figures: readonly Figure[], from: number): Image[] {
  let row = from;
  return figures.map(({ picture, alt, caption }) => {
    const natural = sizeOf(picture);
    const width = Math.min(widest, natural.width);
    const height = Math.round((width * natural.height) / natural.width);
    const png = raster(onPaper(picture), { width: 2 * width, background: palette.surface });
    const image = {
      ...{ content: Buffer.from(png), contentType: 'image/png', width, height, dpi: 96 },
      ...{ anchor: { row, column: 1 }, title: caption, description: alt },
    };
    row += Math.ceil(height / rowHeight) + 2;
    return image;
  });
}
