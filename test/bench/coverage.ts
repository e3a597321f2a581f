/**
 * Who sees what: `npm run bench -- coverage`. Made-up people go through whole consultations of this program, their cards and
 * all: some type, some leave half-way, some do not know. Then the consultation is closed, and its result compared with the stances
 * that the store keeps: `counted` is how many of those on trajectories that have figures stand behind them. `ONLY=n20-6-usual-all,…`: some alone.
 */
import type { DomainId } from '#domain/catalogue/domains.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';
import type { Story } from '#src/tools/simulate/play.ts';
import { playCrowd } from '#src/tools/simulate/play.ts';
import { meanOf, viewsIn } from '#src/tools/simulate/views.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue } from '../conversations/world.ts';
import { caller } from '../http/api/caller.ts';
import { removeFolder, running } from '../http/app/running.ts';

const app = await running();
const program = caller(app.url, app.facilitatorKey);
const seed = Number(process.env.SEED ?? 7);
const groups = [
  { people: 20, minGroup: 5 },
  { people: 60, minGroup: 11 },
];
const decks = [6, 3, 2].map((n) => domainIds.slice(0, n));
try {
  const cases = [];
  for (const group of groups)
    for (const domains of decks)
      for (const length of ['usual', 'short'] as const)
        for (const deck of ['recommended', 'all'] as const)
          if (isWanted({ ...group, domains, length, deck }))
            cases.push(await measured({ ...group, domains, length, deck }));
  await app.stop();
  const given = await viewsGiven(app.dataDir);
  console.table(cases.map((one) => ({ ...one.row, ...compared(one, given) })));
} finally {
  await removeFolder(app.dataDir);
}

interface Case {
  readonly people: number;
  readonly minGroup: number;
  readonly domains: readonly DomainId[];
  readonly length: 'usual' | 'short';
  readonly deck: 'recommended' | 'all';
}

async function measured({ people, minGroup, domains, length, deck }: Case) {
  const code = codeOf({ people, domains, length, deck });
  const named = { fr: code, en: code };
  await program.send('POST', '/consultations', { code, title: named, territory: named });
  const path = `/consultations/${code}`;
  await program.send('PATCH', path, { domains, length, minGroup, expected: people });
  const { body: before } = await program.get(`${path}/plan`);
  if (deck === 'recommended') await program.send('PATCH', path, { trajectories: before.recommended });
  const { body: plan } = await program.get(`${path}/plan`);
  const { body: set } = await program.send('POST', `${path}/open`);
  const stories: Story[] = [];
  await playCrowd(
    { participants: people, seed, url: app.url, consultation: code, concurrency: 20 },
    (story) => void stories.push(story),
  );
  const failed = stories.find(({ ended }) => ended === 'failed');
  if (failed !== undefined) throw new Error(failed.failure);
  const ids = set.trajectories ?? all(domains);
  const views = viewsIn(stories, ids);
  await program.send('POST', `${path}/close`, { confirm: code });
  const { body: result } = await program.get(`${path}/results`);
  const counted = new Map(figuresOf(result));
  const shown = counted.size;
  const row = {
    people,
    'smallest group': minGroup,
    domains: domains.length,
    length,
    deck,
    trajectories: plan.trajectories,
    'left half-way': stories.filter(({ ended }) => ended === 'gave-up').length,
    'views planned': plan.views.mean.toFixed(1),
    mean: meanOf(views).toFixed(1),
    lowest: Math.min(...views),
    'with figures': shown,
    share: `${Math.round((100 * shown) / plan.trajectories)} %`,
    minutes: plan.minutes,
  };
  return { code, row, counted };
}

/** How many views of each trajectory each consultation was given, as the store keeps its people. */
async function viewsGiven(dataDir: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const given = new Map<string, Map<string, number>>();
  const store = await openStore(dataDir);
  for await (const { record } of store.changes('participant', 0)) {
    if (record === undefined) continue;
    const views = given.get(record.consultation) ?? new Map<string, number>();
    given.set(record.consultation, views);
    for (const [id, ballot] of Object.entries(record.ballots))
      if (typeof ballot === 'object' && typeof ballot.stance === 'number')
        views.set(id, (views.get(id) ?? 0) + 1);
  }
  await store.close();
  return given;
}

function compared(
  { code, counted }: Awaited<ReturnType<typeof measured>>,
  given: Awaited<ReturnType<typeof viewsGiven>>,
) {
  const views = [...(given.get(code) ?? [])];
  const shown = views.filter(([id]) => counted.has(id)).map(([, n]) => n);
  return { given: sum(views.map(([, n]) => n)), counted: share(sum([...counted.values()]), sum(shown)) };
}

type Named = Pick<Case, 'people' | 'domains' | 'length' | 'deck'>;

function codeOf({ people, domains, length, deck }: Named): string {
  return `n${people}-${domains.length}-${length}-${deck}`;
}

/** Of all cases, or of those that were asked for. */
function isWanted(one: Named): boolean {
  return process.env.ONLY?.split(',').includes(codeOf(one)) ?? true;
}

/** How many views stand behind the figures of each trajectory that has any. */
function figuresOf(result: { readonly scenario: GroupScenario }): readonly (readonly [string, number])[] {
  return knownIn(result.scenario).map(({ trajectory, figures }) => [trajectory, figures.n]);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, n) => all + n, 0);
}

function share(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)} %`;
}

function all(domains: readonly DomainId[]): readonly string[] {
  return catalogue.domains
    .filter(({ id }) => domains.includes(id))
    .flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
}
