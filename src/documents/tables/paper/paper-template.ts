import { unzipSync } from 'fflate';
import type { Feature, Image, Sheet } from 'write-excel-file/node';
import {
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { sheetBounds, stanceKeys } from '#domain/paper/sheet.ts';
import type { Wording } from '#wording/wording.ts';
import { columnName } from '../sheets/sheet.ts';
import { zipped } from '../zipped.ts';
import { columnTitle, type SheetColumn, sheetColumns } from './sheet-columns.ts';

/** An empty table of paper sheets as a workbook: a row a sheet, a column a trajectory, what may be chosen as lists. */
export async function paperTemplate(wording: Wording): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const { catalogue, text, say, language } = wording;
  const columns = sheetColumns(catalogue);
  const titled = (ids: readonly string[], titles: Readonly<Record<string, string>>) =>
    ids.map((id) => titles[id] ?? id);
  const lists = {
    roles: titled(catalogue.roles, text.roles),
    territory: titled(catalogue.territories, text.territories),
    stance: stanceKeys.map(([, stance]) => text.stances[stance]),
  };
  const titles = columns.map((column) => columnTitle(column, catalogue, language, say));
  const heads = [say('paper.table.roles'), say('paper.table.territory'), say('paper.table.stances')];
  const name = say('paper.table.lists');
  const sheets = [
    sheetOf(say('paper.table.name'), [titles], columns.map(widthOf)),
    sheetOf(name, [heads, ...down(Object.values(lists))], [30, 30, 30]),
  ];
  const workbook = await write(sheets, { features: [choices(columns, lists, name)] }).toBuffer();
  // The clock of the machine stands in what the library wrote.
  return zipped(unzipSync(workbook));
}

const widthOf = ({ of }: SheetColumn): number =>
  ({ number: 10, roles: 24, territory: 24, stance: 24, remark: 40 })[of];

/** The first row is a head, which stays in sight. */
function sheetOf(
  name: string,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Sheet<Image['content']> {
  return {
    ...{ sheet: name, stickyRowsCount: 1, stickyColumnsCount: 1 },
    columns: widths.map((width) => ({ width })),
    data: rows.map((cells, i) =>
      cells.map((value) =>
        value === ''
          ? null
          : { value, type: String, wrap: i === 0, ...(i === 0 && { fontWeight: 'bold' as const }) },
      ),
    ),
  };
}

/** Lists beside one another, as rows. */
const down = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, i) =>
    lists.map((list) => list[i] ?? ''),
  );

type Lists = Readonly<Record<'roles' | 'territory' | 'stance', readonly string[]>>;

/** In which order the parts of a sheet stand (CT_Worksheet), as far as ours have them. */
const order = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
];

/** What may be chosen in each column (ECMA-376, 18.3.1.32): a list on the other sheet. Several roles may be written in one cell. */
function choices(columns: readonly SheetColumn[], lists: Lists, sheet: string): Feature<Image['content']> {
  const names = Object.keys(lists);
  const ranges = columns.flatMap((column, i) => {
    const { of } = column;
    if (of === 'number' || of === 'remark') return [];
    const letter = columnName(names.indexOf(of) + 1);
    const source = `'${sheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${lists[of].length + 1}`;
    const cells = `${getCellAddress(1, i)}:${getCellAddress(sheetBounds.atOnce, i)}`;
    const shows = of === 'roles' ? '' : ' showErrorMessage="1"';
    return `<dataValidation type="list" allowBlank="1"${shows} sqref="${sanitizeAttributeValue(cells)}"><formula1>${sanitizeTextContent(source)}</formula1></dataValidation>`;
  });
  const markup = `<dataValidations count="${ranges.length}">${ranges.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _sheet, { sheetIndex }) =>
            sheetIndex === 0
              ? insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet')
              : xml,
        },
      },
    },
  };
}
