import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import WebSocket from 'ws';
import { startApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { ready } from '#test/http/app/ready.ts';
import { resting } from '#test/http/app/resting.ts';
import { newFolder, removeFolder } from '#test/http/app/running.ts';
import { defaultLimits } from '#web/http/limits.ts';
import { examples, isHere, type RunningProxy, runExample } from './run-proxy.ts';

const programOf = (name: string) => name.split('/')[0] ?? '';
const here = isHere('openssl') ? examples.filter((name) => isHere(programOf(name))) : [];
if (here.length < examples.length)
  console.warn('Some examples of proxies are not run. Install nginx, caddy and openssl to run them.');

(here.length > 0 ? describe.each(here) : describe.skip.each(examples))('%s', (name) => {
  let proxy: RunningProxy;
  let dataDir: string;
  let app: Extract<Awaited<ReturnType<typeof startApp>>, { outcome: 'started' }>['app'];
  beforeAll(async () => {
    [proxy, dataDir] = await Promise.all([runExample(name), newFolder()]);
    const PORT = String(proxy.port);
    const read = readConfig({ PORT, DATA_DIR: dataDir, PUBLIC_URL: proxy.url, TRUSTED_PROXIES: 'loopback' });
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const started = await startApp(read.config, pino({ level: 'silent' }), { recogniser: resting });
    if (started.outcome === 'refused') throw new Error(JSON.stringify(started.problems));
    app = started.app;
    await ready(`http://127.0.0.1:${proxy.port}`);
  }, 60_000);
  afterAll(async () => {
    await app?.close(500);
    await proxy?.stop();
    await removeFolder(dataDir);
  });

  const ask = async (path: string, method = 'GET', body = '', headers: OutgoingHttpHeaders = {}) => {
    const sent = request(new URL(path, `${proxy.url}/`), { method, headers, ca: proxy.certificate });
    sent.end(body);
    const [answer]: [IncomingMessage] = await (once(sent, 'response') as Promise<[IncomingMessage]>);
    return answer;
  };
  const json = { 'content-type': 'application/json' };
  const line = 'v3/directline';

  test('serves pages and their files', async () => {
    const page = await ask('');
    expect(page.statusCode).toBe(200);
    const script = /src="([^"]+\.js)"/.exec(await text(page))?.[1] ?? '';
    const file = await ask(script);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    file.resume();
  });

  test('passes a conversation, and its socket', async () => {
    const granted = await ask(`${line}/tokens/generate`, 'POST', '{"consultation":"decouverte"}', json);
    const { token } = JSON.parse(await text(granted));
    const held = { ...json, authorization: `Bearer ${token}` };
    const begun = JSON.parse(await text(await ask(`${line}/conversations`, 'POST', '{}', held)));
    expect(begun.streamUrl).toContain(proxy.url.replace('https', 'wss'));
    const socket = new WebSocket(begun.streamUrl, { ca: proxy.certificate });
    const [frame] = await once(socket, 'message');
    expect(String(frame)).toContain('"label":"welcome"');
    socket.close();
  });

  test('signs in by a cookie for https, and passes each event as it comes', async () => {
    const entered = await ask(app.spaceLink, 'POST');
    entered.resume();
    const [cookie = ''] = entered.headers['set-cookie'] ?? [];
    expect([entered.statusCode, cookie]).toEqual([303, expect.stringContaining('Secure')]);
    const stream = await ask('animation/c/decouverte/suivi/flux', 'GET', '', {
      cookie: cookie.split(';')[0],
    });
    let heard = '';
    for await (const chunk of stream) {
      heard += chunk;
      if (heard.includes('\ndata: ')) break;
    }
    expect(heard).toContain('id="live"');
  });

  test('takes what the program takes, and no more', async () => {
    const body = (size: number) => JSON.stringify({ consultation: 'decouverte', x: '' }).padEnd(size);
    const sized = async (size: number) => {
      const answer = await ask(`${line}/tokens/generate`, 'POST', body(size), json);
      answer.resume();
      return answer.statusCode;
    };
    expect([await sized(defaultLimits.body), await sized(defaultLimits.body + 1)]).toEqual([200, 413]);
  });
});
