import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { fold } from '#domain/conversation/fold.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { remarkQuestion } from '#domain/paper/remark-question.ts';
import { unguarded } from '../cell-text.ts';
import { reworded } from '../impacts/reworded.ts';

/** What a column of a table of sheets holds. */
export type SheetColumn =
  | { readonly of: 'number' | 'roles' | 'territory' }
  | { readonly of: 'stance'; readonly trajectory: string }
  | { readonly of: 'remark'; readonly domain: DomainId };

/** What the sheets are about, and how columns are called in each language. */
export interface SheetsRead {
  /** In the domains of the consultation. */
  readonly catalogue: Catalogue;
  readonly phrases: { readonly say: (language: string) => Say; readonly languages: readonly string[] };
}

/** The columns in their order: who, then domain by domain each trajectory and the remark. */
export function sheetColumns({ domains }: Catalogue): readonly SheetColumn[] {
  return [
    ...(['number', 'roles', 'territory'] as const).map((of) => ({ of })),
    ...domains.flatMap((domain): SheetColumn[] => [
      ...domain.trajectories.map(({ id }) => ({ of: 'stance' as const, trajectory: id })),
      ...(remarkQuestion(domain) === undefined ? [] : [{ of: 'remark' as const, domain: domain.id }]),
    ]),
  ];
}

/** How a column is called in a language; a trajectory whose title another one has by its id. */
export function columnTitle(column: SheetColumn, catalogue: Catalogue, language: string, say: Say): string {
  const text = catalogue.text[language];
  switch (column.of) {
    case 'stance': {
      const titleOf = (id: string) => text?.trajectories[id]?.title ?? id;
      const title = titleOf(column.trajectory);
      const alike = sheetColumns(catalogue).filter(
        (one) => one.of === 'stance' && fold(titleOf(one.trajectory)) === fold(title),
      );
      return alike.length > 1 ? column.trajectory : title;
    }
    case 'remark':
      return say('paper.table.remark', { domain: text?.domains[column.domain]?.title ?? column.domain });
    default:
      return say(`paper.table.${column.of}`);
  }
}

/** Finds what a head stands for: in any language, by a title, the id of a trajectory, or most words of a title. */
export function columnReader({ catalogue, phrases }: SheetsRead): (head: string) => SheetColumn | undefined {
  const all = sheetColumns(catalogue);
  const keys = new Map<string, SheetColumn>();
  const titles = new Map<string, string>();
  for (const column of all) {
    if (column.of === 'stance') keys.set(fold(column.trajectory), column);
    for (const language of phrases.languages)
      keys.set(fold(columnTitle(column, catalogue, language, phrases.say(language))), column);
  }
  for (const [title, column] of keys) if (column.of === 'stance') titles.set(title, column.trajectory);
  return (head) => {
    const plain = fold(unguarded(head));
    const trajectory = keys.has(plain) ? undefined : reworded(plain, titles);
    return keys.get(plain) ?? (trajectory === undefined ? undefined : { of: 'stance', trajectory });
  };
}
