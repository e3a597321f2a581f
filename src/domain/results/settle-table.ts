import type { Domain } from '../catalogue/catalogue.ts';
import type { Leaves } from '../records/meet.ts';
import type { BreakoutTable } from './breakout-table.ts';
import {
  expectedHorizons,
  judgeWorkshopResult,
  type WorkshopProblem,
  type WorkshopSaying,
} from './judge-workshop-result.ts';
import { leafAt, sayingFrom, tableLeaves } from './table-leaves.ts';
import { synergyParts, tableBounds, type WorkshopResult } from './workshop-result.ts';

type Context = { readonly domains: readonly Domain[]; readonly taken: readonly string[] };

/** What stands of a table, field by field: what its result says, and what it wrote besides. */
export function standingLeaves(
  { name, people, pending, result: wrote }: BreakoutTable,
  result: WorkshopResult | undefined,
  domains: readonly Domain[],
): Leaves {
  const said = tableLeaves(result ?? { table: name, people: 0, domains: {} }, domains);
  const own = result === undefined ? [['people', people === undefined ? '' : `${people}`] as const] : [];
  // What somebody else wrote into the result since is hidden by no empty field.
  const isOurs = result?.version === wrote?.version;
  const waits = Object.entries(pending).filter(([one, text]) => said.has(one) && (isOurs || text !== ''));
  return new Map([...said, ...own, ...waits]);
}

/** What a table wrote, parted into what a result may say and what waits to be whole. */
export type SettledTable =
  /** `saying` absent: there is nothing yet that a result could say. `pending`: fields that stand otherwise than in the result. */
  | { readonly saying?: WorkshopSaying; readonly pending: Readonly<Record<string, string>> }
  /** What no table may say, however it goes on. */
  | { readonly problems: readonly WorkshopProblem[] };

/**
 * A form that is sent as it is filled in holds half a line now and then, or a condition beside what is no longer kept: such words
 * wait, and keep nothing else from being saved. The rules are those of every table.
 */
export function settleTable(leaves: Leaves, context: Context): SettledTable {
  const first = judgedOf(leaves, context);
  if ('saying' in first) return settled(leaves, first.saying, context);
  const waits = first.problems.map(waiting);
  const problems = first.problems.filter((one, i) => waits[i]?.length === 0 && one.code !== 'nothing');
  if (problems.length > 0) return { problems };
  const whole = new Map([...leaves, ...waits.flat().map((name) => [name, ''] as const)]);
  const rest = judgedOf(whole, context);
  return settled(leaves, 'saying' in rest ? rest.saying : undefined, context);
}

function judgedOf(leaves: Leaves, { domains, taken }: Context) {
  const { saying, besides } = sayingFrom(leaves, domains);
  return judgeWorkshopResult(saying, { domains, taken, besides });
}

function settled(leaves: Leaves, saying: WorkshopSaying | undefined, { domains }: Context): SettledTable {
  const said = tableLeaves(saying ?? { table: '', people: 0, domains: {} }, domains);
  const otherwise = [...leaves].filter(
    ([name, text]) => name !== 'table' && name !== 'people' && said.get(name) !== text,
  );
  const pending = Object.fromEntries(otherwise.filter(isPossible));
  const problems = domains.flatMap((domain) => longConditions(domain, pending));
  return problems.length > 0 ? { problems } : { ...(saying && { saying }), pending };
}

/** What is chosen from a list and stands in none is no word of anybody's. */
function isPossible([name, text]: readonly [string, string]): boolean {
  if (name.startsWith('orientation-')) return text === '';
  return !name.startsWith('horizon-') || text === '' || expectedHorizons.some((one) => one === text);
}

/** A condition that waits is no longer than one that is kept. */
const longConditions = ({ id, trajectories }: Domain, pending: Readonly<Record<string, string>>) =>
  trajectories
    .filter((one) => (pending[`condition-${one.id}`] ?? '').length > tableBounds.remark)
    .map(
      (one): WorkshopProblem => ({
        path: ['domains', id, 'kept', one.id, 'condition'],
        code: 'remark',
        facts: { most: tableBounds.remark },
      }),
    );

/** The fields whose words wait because of what is wrong; none: it cannot wait. */
function waiting({ code, path }: WorkshopProblem): readonly string[] {
  if (code === 'half') {
    const row = Number(path[1]) + 1;
    return synergyParts.map((part) => `${part}-${row}`);
  }
  return code === 'not-kept' ? ['horizon', 'condition'].map((part) => leafAt([...path, part])) : [];
}
