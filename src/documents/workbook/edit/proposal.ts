import type { Proposal } from '#domain/proposal/proposal.ts';
import { languagesOf, type Tables, textColumn } from '../table.ts';
import { rowsWhere, withRows } from './sheets.ts';

/** What somebody proposed, as a trajectory: where it leans, and what stands in the place of an example, by language. */
interface TakenUp {
  readonly proposal: Proposal;
  readonly orientation: string;
  readonly example: (language: string) => string;
}

/** The sheets with a trajectory more, in its author's words: those are the same in every language, for nobody rewrites them. */
export function withProposal(tables: Tables, { proposal, orientation, example }: TakenUp): Tables {
  const languages = languagesOf(tables);
  const { domain, title, summary, benefit, risk } = proposal;
  const id = trajectoryIdOf(proposal);
  const texts = languages.flatMap((language) =>
    Object.entries({ title, summary, benefit, risk, example: example(language) }).map(
      ([column, text]) => [textColumn(column, language), text] as const,
    ),
  );
  const row = { domain, id, source: 'participant', orientation, ...Object.fromEntries(texts) };
  return withRows(tables, { name: 'trajectories', where: { id }, rows: [row], languages });
}

/** The directions that a domain may take, by the sheets. */
export const orientationsIn = (tables: Tables, domain: string): readonly string[] =>
  rowsWhere(tables, 'orientations', { domain }).map(({ id = '' }) => id);

/** The trajectory that a proposal becomes: taken up twice, it is one. */
export const trajectoryIdOf = ({ id, domain }: Pick<Proposal, 'id' | 'domain'>): string =>
  `${domain}-${id
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12)}`;
