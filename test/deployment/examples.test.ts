import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '#src/config.ts';
import { defaultLimits, pictureForm } from '#web/http/limits.ts';

const read = (name: string) => readFileSync(new URL(`../../deployment/${name}`, import.meta.url), 'utf8');
const configOf = (env: NodeJS.ProcessEnv) => {
  const found = readConfig(env);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.config;
};
/** What the C library reads. */
const ofMemory = ['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_'];
/** What the program reads, and what Node does. */
const known = [...toldSettings(), 'NODE_ENV', 'NODE_COMPILE_CACHE', ...ofMemory];
/** Milliseconds between two signs of life on a socket, as `mountDirectLine` has them. */
const signOfLife = 30_000;

/** Those of the table, which another test holds against the program's. */
function toldSettings(): readonly string[] {
  return [...read('../docs/deploying.md').matchAll(/^\| `(\w+)` /gm)].map(([, name = '']) => name);
}

describe.each(['nginx/host.conf', 'nginx/path.conf', 'caddy/host.Caddyfile', 'caddy/path.Caddyfile'])(
  '%s',
  (name) => {
    const text = read(name);
    const line = /^# The program: (.*)$/m.exec(text)?.[1] ?? '';
    const env = Object.fromEntries(line.split(' ').map((one) => one.split('=')));

    test('names settings that the program has, with the proxy trusted', () => {
      expect(Object.keys(env).filter((one) => !known.includes(one))).toEqual([]);
      expect(env.TRUSTED_PROXIES).toBe('loopback');
    });

    test('leads to the port that the program listens on, from the address that it tells people', () => {
      const config = configOf(env);
      const { host, pathname } = new URL(config.publicUrl ?? '');
      const ports = [...text.matchAll(/(?:proxy_pass http:\/\/|reverse_proxy )([^;\s]+)/g)];
      expect(ports.length).toBeGreaterThan(0);
      for (const [, to] of ports) expect(to).toBe(`127.0.0.1:${config.port}`);
      if (!name.startsWith('nginx/path')) expect(text).toContain(host);
      if (name.includes('/path')) expect(text).toContain(`${pathname}/`);
    });
  },
);

describe.each(['nginx/host.conf', 'nginx/path.conf'])('%s', (name) => {
  const text = read(name);
  const base = name.includes('/path') ? '/consultation' : '';

  test('says whose each request is, and keeps no address of any', () => {
    const passing = text.match(/proxy_pass /g)?.length;
    expect(text.match(/proxy_set_header X-Forwarded-For \$remote_addr;/g)).toHaveLength(passing ?? 0);
    expect(text.match(/access_log/g)?.length).toBe(text.match(/access_log off;/g)?.length);
    expect(text).toMatch(/error_log \S+ crit;/);
  });

  test('takes as much as the program, in memory', () => {
    for (const bound of ['client_max_body_size', 'client_body_buffer_size'])
      expect(text).toContain(`${bound} ${pictureForm / 1024}k;`);
  });

  test('knows the address of a conversation’s socket, and waits longer than a sign of life takes', () => {
    const place = /location ~ (\S+) \{[^}]*Upgrade/.exec(text)?.[1] ?? '';
    expect(`${base}/v3/directline/conversations/2d652c9f/stream`).toMatch(new RegExp(place));
    const seconds = Number(/proxy_read_timeout (\d+)s;/.exec(text)?.[1]);
    expect(seconds * 1000).toBeGreaterThanOrEqual(2 * signOfLife);
  });
});

describe('trajectoires.service', () => {
  const text = read('trajectoires.service');
  const values = (key: string) =>
    [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
  const env = Object.fromEntries(values('Environment').map((line) => line.split(/=(.*)/).slice(0, 2)));

  test('sets what the program has, and starts the file that there is', () => {
    expect(Object.keys(env).filter((one) => !known.includes(one))).toEqual([]);
    expect(configOf(env).publicUrl).toBe('https://trajectoires.example.org');
    const script = values('ExecStart')[0]?.split(' ').at(-1) ?? '';
    expect(existsSync(new URL(`../../${script}`, import.meta.url))).toBe(true);
  });

  test('gives it the folders that it writes to, and no other', () => {
    expect(env.DATA_DIR).toBe(`/var/lib/${values('StateDirectory')[0]}`);
    expect(env.NODE_COMPILE_CACHE).toBe(`/var/cache/${values('CacheDirectory')[0]}`);
    expect(values('ProtectSystem')).toEqual(['strict']);
    expect(text).not.toMatch(/^ReadWritePaths=/m);
  });

  test('bounds its memory, slowing it down before it is ended', () => {
    const [high = 0, most = 0] = ['MemoryHigh', 'MemoryMax'].map((key) =>
      Number.parseInt(values(key)[0] ?? '', 10),
    );
    expect(high).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(high);
    expect(Number(values('LimitNOFILE')[0])).toBeGreaterThan(defaultLimits.connections);
  });

  test('waits for the turns at work longer than the program does', () => {
    expect(Number(values('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });
});
