import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type Child, child } from '#test/http/app/child.ts';
import { begin } from '#test/http/app/person.ts';
import { newFolder, removeFolder } from '#test/http/app/running.ts';
import { receiveTraces } from './otlp.ts';

const over: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of over.splice(0)) await end();
});

async function start(env: Readonly<Record<string, string>>): Promise<Child> {
  const dir = await newFolder();
  const started = child({ DATA_DIR: dir, ...env });
  over.push(async () => {
    started.process.kill('SIGKILL');
    await started.over;
    await removeFolder(dir);
  });
  return started;
}

/** Asks for a page with a trace of the caller's own, from one of this machine's addresses. */
async function ask(url: string, localAddress: string, trace: string): Promise<void> {
  const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
  const asked = request(`${url}/c/decouverte?secret=xyz`, { localAddress, headers: { traceparent } }).end();
  const [answer] = await once(asked, 'response');
  await once(answer.resume(), 'end');
}

test('a turn is told as spans within its request, without a word or a key of anybody', async () => {
  const receiver = await receiveTraces();
  over.push(receiver.close);
  const program = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_SERVICE_NAME: 'ville-de-test',
    TRUSTED_PROXIES: '127.0.0.2',
  });
  const url = await program.url;
  const person = await begin(url);
  await person.say('les bus de ma rue');
  const [known, stranger] = ['4bf92f3577b34da6a3ce929d0e0e4736', 'a3ce929d0e0e47364bf92f3577b34da6'];
  await ask(url, '127.0.0.2', known);
  await ask(url, '127.0.0.1', stranger);
  // A stop sends what is not sent yet.
  program.process.kill('SIGTERM');
  expect(await program.over).toBe(0);

  const spans = receiver.spans();
  const posted = spans.filter(({ name }) => name === 'POST /v3/directline/conversations/:id/activities');
  expect(posted).toHaveLength(4);
  for (const { id, trace, attributes } of posted) {
    expect(attributes['http.response.status_code']).toBe(200);
    const turn = spans.find(({ parent, name }) => parent === id && name === 'turn');
    expect(turn?.attributes).toEqual({ 'trajectoires.channel': 'directline' });
    const within = spans.filter((span) => span.parent === turn?.id);
    expect(within.map(({ name }) => name)).toEqual(expect.arrayContaining(['store load', 'converse', 'say']));
    expect(within.every((span) => span.trace === trace)).toBe(true);
  }
  const saved = spans.find(
    ({ name, attributes }) => name === 'store save' && attributes['db.collection.name'] === 'participant',
  );
  expect(saved?.attributes).toEqual({ 'db.operation.name': 'save', 'db.collection.name': 'participant' });
  expect(spans.filter(({ trace }) => trace === known).length).toBeGreaterThan(0);
  expect(spans.filter(({ trace }) => trace === stranger)).toEqual([]);
  expect(receiver.text()).toContain('ville-de-test');
  for (const own of ['decouverte', 'ma rue', 'xyz', person.conversation, person.token.slice(0, 30), '/tmp'])
    expect(receiver.text()).not.toContain(own);
}, 60_000);

test('a receiver that does not answer keeps no stop waiting', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  over.push(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  const program = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  await fetch(`${await program.url}/healthz`);
  const from = performance.now();
  program.process.kill('SIGTERM');
  expect(await program.over).toBe(0);
  expect(performance.now() - from).toBeLessThan(9_000);
}, 60_000);

/** Prints the address of each module of these packages as it is loaded. */
const listing = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  const found = /node_modules\\/(@opentelemetry|prom-client)/.exec(url);
  if (found) console.error('loaded ' + found[1]);
  return next(url, context);
} });`;

test.each([
  [{}, []],
  [{ METRICS: '0' }, ['prom-client', '@opentelemetry']],
])(
  'with %j, these packages are loaded: %j',
  async (env, expected) => {
    const hook = `--import=data:text/javascript;base64,${Buffer.from(listing).toString('base64')}`;
    const program = await start({ ...env, NODE_OPTIONS: hook });
    await fetch(`${await program.url}/readyz`);
    const loaded = [...program.complained().matchAll(/^loaded (\S+)$/gm)].map(([, name]) => name);
    expect([...new Set(loaded)].sort()).toEqual([...expected].sort());
  },
  60_000,
);
