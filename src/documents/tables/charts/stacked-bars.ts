import { sanitizeTextContent } from 'write-excel-file/utility';
import { bare } from '../../office/bare-colour.ts';
import { palette } from '../../pdf/palette.ts';

/** A range of cells on one sheet, as a formula names it: `'Graphiques'!$A$3:$A$11`. */
type Range = string;

/** Bars of shares that make a whole, one a row of cells, drawn by the spreadsheet itself. */
export interface StackedBars {
  readonly title: string;
  readonly names: Range;
  /** From left to right. */
  readonly series: readonly { readonly title: Range; readonly values: Range; readonly look: BarLook }[];
}

const looks = {
  against: { fill: palette.against, edge: palette.attention },
  neither: { fill: palette.neither, edge: palette.edge },
  favour: { fill: palette.accent, edge: palette.accent },
} as const;
export type BarLook = keyof typeof looks;

/** The chart as DrawingML (ECMA-376, part 1, 21.2): the first row on top, whole bars of one length, told apart in grey too. */
export const stackedBars = ({ title, names, series }: StackedBars): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>${titled(
    title,
  )}<c:autoTitleDeleted val="0"/><c:plotArea>${place}<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>${series
    .map((one, i) => drawn(one, i, names))
    .join(
      '',
    )}<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const titled = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1300" b="1"/></a:pPr><a:r><a:rPr sz="1300" b="1"/><a:t>${sanitizeTextContent(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

function drawn({ title, values, look }: StackedBars['series'][number], i: number, names: Range): string {
  const { fill, edge } = looks[look];
  const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${bare(colour)}"/></a:solidFill>`;
  const shape = `${solid(fill)}<a:ln w="9525">${solid(edge)}</a:ln>`;
  return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:strRef>${formula(title)}</c:strRef></c:tx><c:spPr>${shape}</c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef>${formula(names)}</c:strRef></c:cat><c:val><c:numRef>${formula(values)}</c:numRef></c:val></c:ser>`;
}

const formula = (range: Range): string => `<c:f>${sanitizeTextContent(range)}</c:f>`;

/** Where bars stand, as shares of the chart: the same in each chart, with as much room for names as they need. */
const place =
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.42"/><c:y val="0.16"/><c:w val="0.54"/><c:h val="0.66"/></c:manualLayout></c:layout>';

/** So that a name on two lines stands beside its bar, and none is left out. */
const small = '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr/></a:p></c:txPr>';

/** Names from the top down, shares below them. */
const axes =
  `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${small}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="max"/></c:valAx>';
