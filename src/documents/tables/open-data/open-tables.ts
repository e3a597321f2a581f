import type { Result } from '#documents/result.ts';
import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import { catalogueTable } from '../catalogue-table.ts';
import { followUpTable } from '../follow-up-table.ts';
import { participationTable } from '../participation-table.ts';
import { resultTable } from '../result-table.ts';
import type { Table } from '../table.ts';
import { visionTable } from '../vision-table.ts';

/** The tables of open data, by the name of their file; beside them `suites`, once it was written what was done with the result. */
export interface OpenTables extends Readonly<Record<string, Table>> {
  readonly resultats: Table;
  readonly participation: Table;
  readonly vision: Table;
  readonly trajectoires: Table;
}

export const openTables = (result: Result): OpenTables => ({
  resultats: resultTable(result),
  participation: participationTable(result),
  vision: visionTable(result),
  trajectoires: catalogueTable(result.wording),
  ...(isFollowedUp(result.wording.consultation) && { suites: followUpTable(result.wording) }),
});
