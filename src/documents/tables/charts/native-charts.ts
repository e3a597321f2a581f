import type { Feature, Image } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility';
import { type StackedBars, stackedBars } from './stacked-bars.ts';

/** A chart with its place on a sheet, from 0: the rows and columns that it covers, whose heights each program has its own of. */
export interface PlacedChart extends StackedBars {
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const part = (i: number) => `charts/chart${i + 1}.xml`;

/** Charts that the spreadsheet itself draws, on one sheet, beside the pictures that may be there: the writer of the workbook makes none. */
export function nativeCharts(sheet: number, charts: readonly PlacedChart[]): Feature<Image['content']> {
  const each = (write: (chart: PlacedChart, i: number) => string) => charts.map(write).join('');
  const onSheet = (markup: string) => ({
    insert: (_: unknown, { sheetIndex }: { sheetIndex: number }) =>
      sheetIndex === sheet ? markup : undefined,
  });
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            each(
              (_, i) =>
                `<Override PartName="/xl/${part(i)}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => (sheetIndex === sheet ? onePageWide(xml) : xml),
        },
        'xl/drawings/drawing{id}.xml': onSheet(each(anchored)),
        'xl/drawings/_rels/drawing{id}.xml.rels': onSheet(
          each(
            (_, i) => `<Relationship Id="rId-chart-${i + 1}" Type="${office}/chart" Target="../${part(i)}"/>`,
          ),
        ),
      },
      write: {
        files: () => Object.fromEntries(charts.map((chart, i) => [`xl/${part(i)}`, stackedBars(chart)])),
      },
    },
  };
}

/** Where it stands (ECMA-376, part 1, 20.5.2.33); pictures have the ids before 1,000. */
const anchored = (chart: PlacedChart, i: number): string => {
  const { title, alt, row, column, rows, columns } = chart;
  const name = `id="${1_000 + i}" name="${sanitizeAttributeValue(title)}" descr="${sanitizeAttributeValue(alt)}"`;
  return `<xdr:twoCellAnchor>${corner('from', column, row)}${corner('to', column + columns, row + rows)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${name}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${namespace}"><c:chart xmlns:c="${namespace}" xmlns:r="${office}" r:id="rId-chart-${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
};

const corner = (name: 'from' | 'to', column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

/** Printed, the whole breadth of the sheet stands on one page (18.3.1.65). */
function onePageWide(xml: string): string {
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(
    xml.replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
    fit,
    order,
    'worksheet',
  );
}
