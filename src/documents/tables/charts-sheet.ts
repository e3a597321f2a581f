import type { Image, Sheet } from 'write-excel-file/node';
import { grainOf } from '#wording/numbers.ts';
import { expectedBenefits } from '../figures/benefits.ts';
import type { Figure } from '../figures/charted.ts';
import { sizeOf } from '../figures/side-by-side.ts';
import { stances } from '../figures/stances.ts';
import { expectedWhen } from '../figures/timeline.ts';
import { palette } from '../pdf/palette.ts';
import { onPaper } from '../pdf/paper-style.ts';
import { raster } from '../pdf/raster.ts';
import type { Result } from '../result.ts';

/** In pixels of the screen; the picture has twice as many, to stay sharp. */
const widest = 900;
/** A row as high as a spreadsheet has it, in pixels. */
const rowHeight = 20;

/** The pictures of the report on a sheet of their own, one below the other. */
export function chartsSheet({ wording, scenario, kind }: Result): Sheet<Image['content']> | undefined {
  const grain = grainOf(kind);
  const figures = [
    ...scenario.domains.map((domain) => stances(domain, 'paper', grain, wording)),
    expectedBenefits(scenario, grain, wording),
    expectedWhen(scenario, wording),
  ].flatMap((one) => one?.figure ?? []);
  if (figures.length === 0) return undefined;
  const title = wording.say('tables.sheet.charts');
  const images = placed(figures);
  return {
    sheet: title,
    columns: [{ width: 60 }],
    data: [[{ value: title, type: String, fontWeight: 'bold' }]],
    images,
  };
}

function placed(figures: readonly Figure[]): Image[] {
  let row = 2;
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
