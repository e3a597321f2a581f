import { fillTable, openTable, writerHash } from '#application/workshop/fill-table.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { TablePages } from './public/table/mount-table.ts';

/** What the phones of a workshop's tables read and write. */
export const createTableDoor = ({
  application,
}: Pick<Assistant, 'application'>): Pick<TablePages, 'openTable' | 'writesFor' | 'fill'> => ({
  openTable: (key) => openTable(application, key),
  writesFor({ id: key, writer }, device) {
    if (writer === undefined) return 'free';
    return writer === writerHash({ key, device }) ? 'mine' : 'other';
  },
  fill: (filled) => fillTable(application, filled),
});
