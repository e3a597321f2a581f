import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '#src/config.ts';
import { createMetrics } from '#src/observability/metrics/metrics.ts';

const folder = new URL('../../deployment/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const isMissing = spawnSync('promtool', ['--version']).error !== undefined;

/** Names that are exposed once something of each kind has happened, and the labels of each. */
const exposed = new Map<string, Set<string>>();
beforeAll(async () => {
  const metrics = createMetrics();
  metrics.read({
    ...{ documents: () => 0, deliveries: () => 0, channelPosts: () => 0 },
    directLine: () => ({ conversations: 0, sockets: 0, waiting: 0 }),
  });
  const { observer } = metrics;
  await observer.during({ name: 'turn', channel: 'directline' }, async () => undefined);
  await observer.during({ name: 'store', operation: 'load', kind: 'participant' }, async () => undefined);
  await observer.during(
    { name: 'request', method: 'GET' },
    async () => undefined,
    () => ({ route: '/', status: 200 }),
  );
  for (const [, name = '', labels = ''] of (await metrics.text()).matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = exposed.get(name) ?? new Set(['instance', 'job']);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    exposed.set(name, known);
  }
  // Garbage is collected when it is, and counted from then on.
  for (const name of ['count', 'sum', 'bucket'])
    exposed.set(`nodejs_gc_duration_seconds_${name}`, new Set(['instance', 'job', 'kind']));
  exposed.set('up', new Set(['instance', 'job']));
});
afterAll(() => exposed.clear());

/** The names of measures that a query asks for, and the labels it reads of them. */
function asked(query: string) {
  const bare = query.replace(/\$__rate_interval|\$\w+/g, '5m');
  const names = [...bare.matchAll(/\b([a-z]+(?:_[a-z0-9]+)+|up)\b(?=[{[\s)]|$)/g)].map(
    ([, name = '']) => name,
  );
  const selected = [...bare.matchAll(/\{([^}]*)\}/g)].flatMap(([, within = '']) =>
    [...within.matchAll(/(\w+)\s*[=!]/g)].map(([, label = '']) => label),
  );
  const grouped = [...bare.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, within = '']) => within.split(/,\s*/));
  return { names: names.filter((name) => !functions.has(name)), labels: [...selected, ...grouped] };
}
const functions: ReadonlySet<string> = new Set(['histogram_quantile', 'label_values']);

function strange(queries: readonly string[]): readonly string[] {
  return queries.filter((query) => {
    const { names, labels } = asked(query);
    const known = names.map((name) => exposed.get(name));
    return (
      names.length === 0 ||
      known.some((one) => one === undefined) ||
      labels.some((label) => !known.some((one) => one?.has(label)))
    );
  });
}

test('every query of the dashboard asks for measures and labels that the program gives', () => {
  const { panels, templating } = JSON.parse(read('grafana/trajectoires.json'));
  const queries: string[] = panels.flatMap((panel: { targets: { expr: string }[] }) =>
    panel.targets.map(({ expr }) => expr),
  );
  expect(queries.length).toBeGreaterThan(15);
  expect(strange(queries)).toEqual([]);
  expect(exposed.has(/label_values\((\w+)/.exec(JSON.stringify(templating))?.[1] ?? '')).toBe(true);
  // Whoever checks is checked.
  expect(
    strange(['sum(trajectoires_turns{instance="a"})', 'rate(trajectoires_turns_total{town="a"}[5m])']),
  ).toHaveLength(2);
});

test('every measure of the program’s own is on the dashboard', () => {
  const dashboard = read('grafana/trajectoires.json');
  const own = [...exposed.keys()].filter((name) => name.startsWith('trajectoires_'));
  const families = new Set(own.map((name) => name.replace(/_(bucket|sum|count)$/, '')));
  expect([...families].filter((name) => !dashboard.includes(name))).toEqual([]);
});

test('every alert asks for what the program gives, and says what to do', () => {
  const rules: { alert: string; expr: string; annotations: { description: string } }[] = parse(
    read('prometheus/alerts.yml'),
  ).groups.flatMap((group: { rules: unknown[] }) => group.rules);
  expect(strange(rules.map(({ expr }) => expr))).toEqual([]);
  for (const { annotations } of rules) expect(annotations.description.length).toBeGreaterThan(30);
});

test('Prometheus asks where the program gives its measures', () => {
  const text = read('prometheus/prometheus.yml');
  const found = readConfig({ METRICS: /METRICS=(\d+)/.exec(text)?.[1] });
  const metrics = 'config' in found ? found.config.metrics : undefined;
  const [{ static_configs }] = parse(text).scrape_configs;
  expect(static_configs[0].targets).toEqual([`${metrics?.host}:${metrics?.port}`]);
});

(isMissing ? test.skip : test)(
  `promtool takes configuration and alerts${isMissing ? ' (skipped: apt install prometheus)' : ''}`,
  () => {
    const checked = spawnSync('promtool', [
      'check',
      'config',
      new URL('prometheus/prometheus.yml', folder).pathname,
    ]);
    expect({ status: checked.status, said: String(checked.stderr) }).toEqual({ status: 0, said: '' });
  },
);
