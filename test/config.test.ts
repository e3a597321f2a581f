import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publicUrl } from '#src/config/addresses.ts';
import { isLocalOnly } from '#src/config/local-only.ts';
import { startNotes } from '#src/config/start-notes.ts';
import { readConfig } from '#src/config.ts';
import { readKeys } from '#src/keys.ts';
import { keysInFolder } from '#store/files/key-file.ts';

const config = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
};
const wrong = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  return 'problems' in read ? read.problems.map(({ name }) => name).sort() : [];
};

describe('settings', () => {
  test('none is needed', () => {
    expect(config({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      trustedProxies: [],
      dataDir: resolve('data'),
      backupsKept: 7,
      newKeys: false,
      logLevel: 'info',
      controller: {},
      facilitators: [],
      frameAncestors: ["'self'"],
    });
  });

  test('an empty or blank one is as if it were absent', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL', 'CATALOGUE_DIR', 'LOG_LEVEL', 'FACILITATOR_KEY'];
    const bot = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'];
    for (const blank of ['', '  ', '\t']) {
      expect(config(Object.fromEntries([...names, ...bot].map((name) => [name, blank])))).toEqual(config({}));
    }
  });

  test('a database is read with its connections, and its password never told', () => {
    const url = 'postgresql://me:secret@db.example.org:5432/trajectoires?sslmode=verify-full';
    expect(config({ DATABASE_URL: url }).database).toEqual({ url, pool: 10 });
    expect(config({ DATABASE_URL: url, DATABASE_POOL: '25' }).database?.pool).toBe(25);
    const told = readConfig({ DATABASE_URL: 'postgres://me:secret@db.example.org' });
    expect(JSON.stringify(told)).toContain('names no database');
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('all are read, spaces around them aside', () => {
    const [secret, key] = ['s'.repeat(40), 'k'.repeat(40)];
    expect(
      config({
        PORT: ' 8080 ',
        HOST: '0.0.0.0',
        TRUSTED_PROXIES: 'Loopback, 10.0.0.0/8',
        DATA_DIR: '/var/lib/trajectoires',
        PUBLIC_URL: 'https://trajectoires.example.org/consultations/',
        CATALOGUE_DIR: '/srv/catalogue',
        BACKUP_DIR: '/srv/backups',
        BACKUPS_KEPT: '3',
        NEW_KEYS: 'yes',
        LOG_LEVEL: 'warn',
        METRICS: '0.0.0.0:9464',
        DIRECT_LINE_SECRET: secret,
        FACILITATOR_KEY: key,
        CONTROLLER_NAME: 'Mairie de Bourg-Neuf',
        CONTROLLER_CONTACT: 'dpo@example.org',
        FRAME_ANCESTORS: "'self' https://*.teams.microsoft.com",
        FACILITATORS: '6F1D8B1E-3A56-4A6C-9D52-0C6B2F7F1A11, 0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      trustedProxies: ['loopback', '10.0.0.0/8'],
      dataDir: '/var/lib/trajectoires',
      backupDir: '/srv/backups',
      backupsKept: 3,
      newKeys: true,
      publicUrl: 'https://trajectoires.example.org/consultations',
      catalogueDir: '/srv/catalogue',
      logLevel: 'warn',
      metrics: { host: '0.0.0.0', port: 9464 },
      directLineSecret: secret,
      facilitatorKey: key,
      controller: { name: 'Mairie de Bourg-Neuf', contact: 'dpo@example.org' },
      facilitators: ['6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11', '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d'],
      frameAncestors: ["'self'", 'https://*.teams.microsoft.com'],
    });
  });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4000'],
    ['0.0.0.0', 'http://127.0.0.1:4000'],
    ['::', 'http://127.0.0.1:4000'],
    ['::1', 'http://[::1]:4000'],
    ['192.168.1.5', 'http://192.168.1.5:4000'],
  ])('without an address, people on %s are sent to %s', (HOST, url) => {
    expect(publicUrl(config({ HOST }), 4000)).toBe(url);
  });

  test.each<[string, string]>([
    ['FACILITATORS', 'marie@example.org'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3978.5'],
    ['PORT', '0x10'],
    ['PORT', 'port'],
    ...['0x5', '1e1', '5.0', '+5', '-5', '5 6', '5,0', '٥', '５', 'five', '0', '31', '9'.repeat(400)].map(
      (number): [string, string] => ['BACKUPS_KEPT', number],
    ),
    ['PORT', '1e3'],
    ['PORT', '3978.0'],
    ['PORT', '+80'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['TRUSTED_PROXIES', 'loopback, 10'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['DATABASE_URL', 'db.example.org/trajectoires'],
    ['DATABASE_URL', 'mysql://me:secret@db.example.org/trajectoires'],
    ['DATABASE_URL', 'postgres://me:secret@db.example.org'],
    ['DATABASE_URL', 'postgres://me:se#cret@db.example.org/trajectoires'],
    ['DATABASE_POOL', '1'],
    ['PUBLIC_URL', 'trajectoires.example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://example.org/?a=b'],
    ['PUBLIC_URL', 'https://me:secret@example.org'],
    ['PUBLIC_URL', 'https://example.org/animation'],
    ['PUBLIC_URL', 'https://example.org/c/vallee/'],
    ['PUBLIC_URL', 'https://example.org/a/../b'],
    ['PUBLIC_URL', 'https://example.org/a//b'],
    ['PUBLIC_URL', 'https://example.org/été'],
    ['PUBLIC_URL', "https://example.org/l'avenir;a=b"],
    ['PUBLIC_URL', 'https://exam\tple.org'],
    ['PUBLIC_URL', 'https://@example.org'],
    ['PUBLIC_URL', 'https://*.example.org'],
    ['LOG_LEVEL', 'loud'],
    ...['yes', 'localhost', '127.0.0.1:', ':9464', '127.0.0.1:65536', 'a b:9464', '::1:9464'].map(
      (given): [string, string] => ['METRICS', given],
    ),
    ['OTEL_TRACES_EXPORTER', 'console'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['DIRECT_LINE_SECRET', 'short'],
    ['FACILITATOR_KEY', `${'x'.repeat(40)} é`],
    ['FRAME_ANCESTORS', "'self'; script-src *"],
    ['MicrosoftAppType', 'MultiTenant'],
  ])('%s=%s is wrong', (name, value) => {
    expect(wrong({ [name]: value })).toContain(name);
  });

  test('measures are for this machine, unless an address is named', () => {
    expect(config({ METRICS: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(config({ METRICS: '[::1]:9464' }).metrics).toEqual({ host: '::1', port: 9464 });
  });

  test.each<[NodeJS.ProcessEnv, boolean]>([
    [{ OTEL_SERVICE_NAME: 'trajectoires' }, false],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
    [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'TRUE' }, false],
  ])('with %j, traces: %s', (env, traces) => {
    expect(config(env).traces === true).toBe(traces);
  });

  test('an address is https whatever the case it is written in, and its path keeps its own', () => {
    const read = config({ PUBLIC_URL: 'HTTPS://Ville.Example:8443/Avis/' });
    expect(read.publicUrl).toBe('https://ville.example:8443/Avis');
    expect(startNotes(read).map(({ level }) => level)).toContain('warn');
  });

  test('all problems are told at once, each with what to do, and no secret is repeated', () => {
    const read = readConfig({
      PORT: 'x',
      LOG_LEVEL: 'y',
      FACILITATOR_KEY: 'my-secret',
      MicrosoftAppPassword: 'hidden',
    });
    const problems = 'problems' in read ? read.problems : [];
    expect(problems.map(({ name }) => name)).toEqual([
      'PORT',
      'LOG_LEVEL',
      'FACILITATOR_KEY',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
    ]);
    expect(problems.every(({ message, remedy }) => message.length > 10 && remedy.length > 10)).toBe(true);
    expect(JSON.stringify(problems)).not.toMatch(/my-secret|hidden/);
  });

  test('a number that is odd is told with its setting, and with what to write', () => {
    const read = readConfig({ BACKUPS_KEPT: '0x5' });
    expect(read).toEqual({
      problems: [
        {
          name: 'BACKUPS_KEPT',
          message: 'BACKUPS_KEPT is no whole number written in digits',
          remedy: expect.stringContaining('from 1 to 30'),
        },
      ],
    });
  });

  const oidc = {
    OIDC_ISSUER: 'https://idp.example.org',
    OIDC_CLIENT_ID: 'us',
    OIDC_NAME: 'Mairie',
    OIDC_ALLOWED: '@example.org',
  };
  const azure = {
    MicrosoftAppId: '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11',
    MicrosoftAppTenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
  };
  const same = 'same'.repeat(10);
  test.each<[first: string, second: string, beside: NodeJS.ProcessEnv]>([
    ['DIRECT_LINE_SECRET', 'FACILITATOR_KEY', {}],
    ['MicrosoftAppPassword', 'FACILITATOR_KEY', azure],
    ['MicrosoftAppPassword', 'DIRECT_LINE_SECRET', azure],
    ['OIDC_CLIENT_SECRET', 'FACILITATOR_KEY', oidc],
    ['OIDC_CLIENT_SECRET', 'DIRECT_LINE_SECRET', oidc],
  ])('%s and %s are not the same', (first, second, beside) => {
    expect(wrong({ ...beside, [first]: same, [second]: `${same}2` })).toEqual([]);
    const read = readConfig({ ...beside, [first]: same, [second]: ` ${same}` });
    const problems = 'problems' in read ? read.problems : [];
    expect(problems).toEqual([
      {
        name: second,
        message: expect.stringContaining(`${second} is the same as ${first}`),
        remedy: expect.stringContaining('drawn at random'),
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain(same);
  });

  test('one application at Entra may serve the bot and the entry with one secret', () => {
    const both = { ...oidc, ...azure, OIDC_CLIENT_ID: azure.MicrosoftAppId };
    expect(wrong({ ...both, MicrosoftAppPassword: same, OIDC_CLIENT_SECRET: same })).toEqual([]);
  });

  test('whatever stands in the environment, reading it never throws', () => {
    const name = fc.constantFrom(
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'LOG_LEVEL',
      'FRAME_ANCESTORS',
      'MicrosoftAppId',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (env) => {
        const read = readConfig(env);
        expect('config' in read || read.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('what the operator should know', () => {
  const said = (env: NodeJS.ProcessEnv) =>
    startNotes(config(env)).map(({ message }) => message.split(/[ :]/)[0]);
  const bot = {
    MicrosoftAppId: '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11',
    MicrosoftAppTenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
    MicrosoftAppPassword: 'p',
  };
  const town = { PUBLIC_URL: 'https://ville.example' };

  test('of a trial on this machine, that its channels are open to programs of this machine', () => {
    for (const env of [{}, { HOST: '::1', PUBLIC_URL: 'http://localhost:3978' }])
      expect(startNotes(config(env)).map(({ level, message }) => `${level}: ${message}`)).toEqual([
        expect.stringMatching('info: /api/messages is open to programs of this machine alone'),
      ]);
  });

  test('https with no proxy trusted, other machines without an address, a closed way in', () => {
    expect(said(town)).toEqual(['PUBLIC_URL', '/api/messages']);
    expect(said({ ...town, TRUSTED_PROXIES: 'loopback' })).toEqual(['/api/messages']);
    expect(said({ ...town, ...bot, TRUSTED_PROXIES: 'loopback' })).toEqual([]);
    expect(said({ ...bot, HOST: '0.0.0.0' })).toEqual(['Other']);
  });

  test.each<[env: NodeJS.ProcessEnv, local: boolean]>([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '127.8.9.10' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0:0:0:0:0:0:0:1' }, true],
    [{ HOST: '::ffff:127.0.0.1' }, true],
    [{ PUBLIC_URL: 'http://127.0.0.1:3978' }, true],
    [{ PUBLIC_URL: 'http://[::1]:3978/' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '192.168.1.5' }, false],
    [{ HOST: 'localhost.example.org' }, false],
    [{ PUBLIC_URL: 'https://ville.example' }, false],
    [{ PUBLIC_URL: 'http://127.0.0.1.ville.example' }, false],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1:3978' }, false],
    [{ TRUSTED_PROXIES: 'loopback' }, false],
    [{ PUBLIC_URL: 'http://127.0.0.1:3978', TRUSTED_PROXIES: '10.1.2.3' }, false],
  ])('with %j the program is for this machine alone: %s', (env, local) => {
    expect(isLocalOnly(config(env))).toBe(local);
  });
});

describe('the bot of Azure', () => {
  const id = { MicrosoftAppId: '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11' };
  const tenant = { MicrosoftAppTenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d' };
  const password = { MicrosoftAppPassword: 'p' };
  const managed = { MicrosoftAppType: 'UserAssignedMSI' };

  test('single tenant, said or not', () => {
    const bot = {
      kind: 'single-tenant',
      appId: id.MicrosoftAppId,
      tenantId: tenant.MicrosoftAppTenantId,
      password: 'p',
    };
    expect(config({ ...id, ...tenant, ...password }).bot).toEqual(bot);
    expect(config({ ...id, ...tenant, ...password, MicrosoftAppType: 'SingleTenant' }).bot).toEqual(bot);
  });

  test('managed identity', () => {
    expect(config({ ...id, ...tenant, ...managed }).bot).toEqual({
      kind: 'managed-identity',
      appId: id.MicrosoftAppId,
      tenantId: tenant.MicrosoftAppTenantId,
    });
  });

  test.each([
    [{ ...id }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
    [{ ...password }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
    [{ ...id, ...tenant }, ['MicrosoftAppPassword']],
    [{ ...managed }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
    [{ ...id, ...tenant, ...managed, ...password }, ['MicrosoftAppPassword']],
    [{ ...tenant, ...password, MicrosoftAppId: 'my-bot' }, ['MicrosoftAppId']],
  ])('half of it stops the start %#', (env, names) => {
    expect(wrong(env)).toEqual(names);
  });
});

describe('keys', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trajectoires-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const anew = async () => true;
  const keys = async (dataDir: string, given = {}) => {
    const read = await readKeys(keysInFolder(dataDir), given, anew);
    if ('problem' in read) throw new Error(read.problem.message);
    return read.keys;
  };

  test('are made once, each its own, for their owner alone', async () => {
    const dataDir = join(folder, 'new', 'data');
    const made = await keys(dataDir);
    expect(new Set(Object.values(made)).size).toBe(4);
    for (const key of Object.values(made)) expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['keys.json']);
    expect(await keys(dataDir)).toEqual(made);
  });

  test('those the operator gives come first and are not kept', async () => {
    const made = await keys(folder);
    const facilitatorKey = 'given'.repeat(8);
    expect(await keys(folder, { facilitatorKey })).toEqual({ ...made, facilitatorKey });
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).not.toContain(facilitatorKey);
  });

  test('two that are the same stop the start, whichever were given', async () => {
    const made = await keys(folder);
    const given: readonly (readonly [object, RegExp])[] = [
      [{ facilitatorKey: made.directLineSecret }, /FACILITATOR_KEY.*the same as.*directLineSecret/],
      [{ directLineSecret: made.facilitatorKey }, /DIRECT_LINE_SECRET.*the same as.*facilitatorKey/],
      [{ facilitatorKey: made.signingSecret }, /FACILITATOR_KEY.*the same as.*signingSecret/],
      [{ directLineSecret: made.pepper }, /DIRECT_LINE_SECRET.*the same as.*pepper/],
    ];
    for (const [one, message] of given) {
      const read = await readKeys(keysInFolder(folder), one, anew);
      expect(read).toMatchObject({ problem: { message: expect.stringMatching(message) } });
      expect(JSON.stringify(read)).not.toContain(Object.values(one)[0]);
    }
    // Each has changed places: no two are the same.
    const { facilitatorKey, directLineSecret } = made;
    const exchanged = { facilitatorKey: directLineSecret, directLineSecret: facilitatorKey };
    expect(await keys(folder, exchanged)).toEqual({ ...made, ...exchanged });
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...made, pepper: made.signingSecret }));
    expect(await readKeys(keysInFolder(folder), {}, anew)).toMatchObject({
      problem: { message: expect.stringMatching(/pepper.*the same as.*signingSecret/) },
    });
  });

  test('left open to others, they are closed again', async () => {
    await keys(folder);
    await chmod(join(folder, 'keys.json'), 0o644);
    await keys(folder);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  test.each(['', '{', '{}', 'null', '{"signingSecret":"short"}'])(
    'a damaged file stops the start: %j',
    async (content) => {
      await writeFile(join(folder, 'keys.json'), content);
      const read = await readKeys(keysInFolder(folder), {}, anew);
      expect(read).toMatchObject({
        problem: { message: expect.stringContaining('damaged'), remedy: expect.any(String) },
      });
      expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(content);
    },
  );

  test('those that are missing are not made where they may not be', async () => {
    const read = await readKeys(keysInFolder(folder), {}, async () => false);
    expect(read).toMatchObject({
      problem: {
        message: expect.stringContaining('missing'),
        remedy: expect.stringMatching(/backup.*NEW_KEYS/),
      },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('those of a later release are told from damaged ones', async () => {
    const made = await keys(folder);
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...made, another: 'x'.repeat(40) }));
    const read = await readKeys(keysInFolder(folder), {}, anew);
    expect(read).toMatchObject({ problem: { message: expect.stringContaining('later release') } });
  });

  test('a folder that is none stops the start', async () => {
    await writeFile(join(folder, 'data'), '');
    expect(await readKeys(keysInFolder(join(folder, 'data')), {}, anew)).toMatchObject({
      problem: { remedy: expect.stringContaining('DATA_DIR') },
    });
    await mkdir(join(folder, 'keys.json'));
    expect(await readKeys(keysInFolder(folder), {}, anew)).toMatchObject({
      problem: { file: join(folder, 'keys.json') },
    });
  });

  test('what a crash left half made is made anew', async () => {
    await writeFile(join(folder, 'keys.json.new'), '{"signingSec');
    await keys(folder);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });
});
