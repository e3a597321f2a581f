import type { Feature, Image } from 'write-excel-file/node';
import {
  getCellAddress,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { Table } from './table.ts';

/** In which order the parts of a sheet stand (CT_Worksheet), as far as ours have them. */
const order = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
  ...['conditionalFormatting', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'],
  ...['drawing', 'legacyDrawing', 'tableParts', 'extLst'],
];

/** Arrows on the head of each sheet, by which people sort and filter its rows (ECMA-376, 18.3.1.2). */
export const filters = (tables: readonly Table[]): Feature<Image['content']> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _sheet, { sheetIndex }) => {
          const table = tables[sheetIndex];
          if (table === undefined) return xml;
          const ref = `A1:${getCellAddress(table.rows.length, table.columns.length - 1)}`;
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            getSelfClosingTagMarkup('autoFilter', { ref }),
            order,
            'worksheet',
          );
        },
      },
    },
  },
});
