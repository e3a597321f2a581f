import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { primary } from '#src/tools/simulate/card.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { arrive, type Person } from '../app/person.ts';
import { filled } from '../app/robot.ts';
import { running } from '../app/running.ts';

/** Whom they are, whose turn it is, which consultation; then what is saved. */
const budget = 4;

/** What goes on whether anybody says anything: jobs, homes, the feed; and what is announced of many changes together. */
const besides = /trajectoires_jobs|trajectoires\.nodes|pg_snapshot_xmin|pg_notify/;

const query = pg.Client.prototype.query;
afterEach(() => {
  pg.Client.prototype.query = query;
});

/** Notes the statements that this process sends to a database. */
function noteStatements(): string[] {
  const sent: string[] = [];
  pg.Client.prototype.query = function noted(this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'object' && first !== null && 'text' in first ? first.text : first;
    if (!besides.test(String(text))) sent.push(String(text));
    return Reflect.apply(query, this, given);
  } as never;
  return sent;
}

async function goOn(person: Person): Promise<void> {
  const { card } = person;
  const forward = card && primary(card);
  if (forward === undefined) throw new Error('No way forward is in sight');
  const { status } = await person.tap(forward, filled(card?.inputs ?? []));
  expect(status).toBe(200);
}

onPostgres('a turn on PostgreSQL', (server) => {
  test(`takes ${budget} statements of the store`, async () => {
    const settings = { DATABASE_URL: await (await server()).database(), FACILITATOR_KEY: 'k'.repeat(32) };
    const program = await running(undefined, settings);
    const person = await arrive(program.url);
    await goOn(person);
    const sent = noteStatements();
    const turns: (readonly string[])[] = [];
    for (let turn = 0; turn < 11; turn++) {
      sent.length = 0;
      await goOn(person);
      turns.push([...sent]);
    }
    // Of one or another, a look at something else comes in between.
    const usual = turns.toSorted((a, b) => a.length - b.length)[5] ?? [];
    expect(usual.filter((one) => one.includes('UPDATE trajectoires.participants'))).toHaveLength(1);
    expect(usual).toHaveLength(budget);
    await program.stop();
  }, 60_000);
});
