import { describe, expect, test } from '@jest/globals';
import { NotSaid } from '#channels/hosted.ts';
import { createMetrics } from '#src/observability/metrics/metrics.ts';
import { bothOf, type Observer, unobserved } from '#src/observability/observer.ts';
import { routeKind } from '#src/observability/route-kind.ts';
import { RecordUnreadable, StoreUnavailable } from '#store/store.ts';
import { doors } from '#test/http/attackers/doors.ts';

const turn = { name: 'turn', channel: 'directline' } as const;
/** One line of what is exposed, by how it begins. */
async function exposed(
  metrics: ReturnType<typeof createMetrics>,
  begins: string,
): Promise<readonly string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(begins));
}

test('turns are counted by channel and how they ended, and those under way while they are', async () => {
  const metrics = createMetrics();
  metrics.read({
    documents: () => 2,
    deliveries: () => 3,
    channelPosts: () => 4,
    directLine: () => ({ conversations: 5, sockets: 6, waiting: 7 }),
  });
  const { observer } = metrics;
  const endings = [
    undefined,
    new NotSaid(),
    new StoreUnavailable('full', 'make room'),
    new RecordUnreadable('damaged', 'look'),
    new TypeError('a word of somebody'),
  ];
  for (const error of endings) {
    const taken = observer.during(turn, async () => {
      if (error !== undefined) throw error;
      return 'kept';
    });
    if (error === undefined) expect(await taken).toBe('kept');
    else await expect(taken).rejects.toBe(error);
  }
  expect((await exposed(metrics, 'trajectoires_turns_total{')).map((line) => line.slice(25)).sort()).toEqual([
    'channel="directline",outcome="done"} 1',
    'channel="directline",outcome="failed"} 1',
    'channel="directline",outcome="unavailable"} 2',
    'channel="directline",outcome="unsaid"} 1',
  ]);
  const going = Promise.withResolvers<void>();
  const under = observer.during(turn, () => going.promise);
  expect(await exposed(metrics, 'trajectoires_turns_at_work')).toEqual(['trajectoires_turns_at_work 1']);
  going.resolve();
  await under;
  const gauges = [
    ...['turns_at_work 0', 'turns_waiting 7', 'documents_waiting 2', 'webhook_deliveries_waiting 3'],
    ...['channel_posts_waiting 4', 'direct_line_conversations 5', 'direct_line_sockets 6'],
  ];
  for (const gauge of gauges) expect(await metrics.text()).toContain(`\ntrajectoires_${gauge}\n`);
});

test('a step within a turn, a late recogniser and an answer are each told once, to both of two observers', async () => {
  const metrics = createMetrics();
  const seen: string[] = [];
  const other: Observer = {
    during: (step, work) => {
      seen.push(step.name);
      return work();
    },
    missed: (why) => void seen.push(why),
  };
  const both = bothOf(metrics.observer, other);
  await both.during({ name: 'store', operation: 'save', kind: 'participant' }, async () => undefined);
  await both.during({ name: 'say' }, async () => undefined);
  both.missed('late');
  await both.during(
    { name: 'request', method: 'GET' },
    async () => undefined,
    () => ({ route: '/c/:code', status: 404 }),
  );
  expect(seen).toEqual(['store', 'say', 'late', 'request']);
  const text = await metrics.text();
  expect(text).toContain('trajectoires_store_duration_seconds_count{operation="save"} 1\n');
  expect(text).toContain('trajectoires_recogniser_missed_total{why="late"} 1\n');
  expect(text).toContain('trajectoires_http_answers_total{kind="chat",class="4xx"} 1\n');
});

describe('kinds of routes', () => {
  const kinds = new Set([...doors.keys()].map((door) => routeKind(door.split(' ')[1] ?? '')));

  test('are few, whatever the routes, and none is unknown', () => {
    expect([...kinds].sort()).toEqual(
      ['api', 'assets', 'catalogue', 'chat', 'direct-line', 'health', 'messages', 'pages', 'results'].concat(
        'room',
        'space',
      ),
    );
  });

  test.each([
    ['/', 'chat'],
    ['/c/:code', 'chat'],
    ['/c/:code/facilitator', 'chat'],
    ['/c/:code/resultats/images/:file', 'results'],
    ['/c/:code/direct/flux', 'room'],
    ['/c/:code/agenda.ics', 'pages'],
    ['/api/my-data', 'pages'],
    ['/api', 'api'],
    ['/animation/c/:code/suivi', 'space'],
    ['none', 'none'],
  ])('%s: %s', (route, kind) => expect(routeKind(route)).toBe(kind));
});

test('nobody who observes costs nothing: the work is called as it is', async () => {
  const work = Promise.resolve('done');
  expect(unobserved.during(turn, () => work)).toBe(work);
});
