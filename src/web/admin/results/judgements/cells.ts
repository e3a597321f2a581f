import type { Catalogue } from '#domain/catalogue/catalogue.ts';

/** One place of the table: how the direction of a row bears on that of a column of another domain. */
export interface ImpactCell {
  readonly from: string;
  readonly to: string;
  /** The name of its field: short, there are hundreds. */
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** The rows of the table, each with its cells; nothing where both directions are of one domain. */
export function cellRows({ domains }: Pick<Catalogue, 'domains'>): readonly {
  readonly from: string;
  readonly cells: readonly (ImpactCell | undefined)[];
}[] {
  const all = domains.flatMap(({ orientations }) => orientations);
  return domains.flatMap(({ orientations: own }) =>
    own.map((from) => {
      const row = all.indexOf(from);
      const cells = all.map((to, column) =>
        own.includes(to) ? undefined : { from, to, row, column, name: `j${row}-${column}` },
      );
      return { from, cells };
    }),
  );
}
