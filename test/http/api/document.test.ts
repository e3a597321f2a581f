import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { scopes } from '#domain/records/api-key.ts';
import { hookEvents } from '#domain/records/hook.ts';
import { entering, type Member } from '../admin/member.ts';
import { call } from '../app/call.ts';
import { type Running, removeFolder } from '../app/running.ts';
import { type Caller, caller, keyOf } from './caller.ts';
import { catalogue, filled } from './filled.ts';

// biome-ignore lint/suspicious/noExplicitAny: the document is read as it is.
type Json = any;

let app: Running;
let owner: Member;
let key: string;
let program: Caller;
let document: Json;
let ajv: Ajv2020;
beforeAll(async () => {
  app = await filled(34);
  owner = await entering(app.spaceLink);
  key = await keyOf(owner, 'Entrepôt de données', scopes);
  program = caller(app.url, key);
  document = (await call(`${app.url}/api/openapi.json`)).body;
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'doc', components: document.components });
}, 60_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const operations = () =>
  Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** What is wrong with an answer, by the document. */
function misfit(schema: Json, body: unknown): string {
  const written = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/'));
  const fits = ajv.compile(written);
  return fits(body) ? '' : ajv.errorsText(fits.errors);
}

test('the document is OpenAPI 3.1, and names where it is served', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(document.servers).toEqual([{ url: app.url }]);
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('each example is what its form takes, and each signal has one', () => {
  const bodies = operations().flatMap(({ method, path, operation }) => {
    const answers = Object.entries<Json>(operation.responses).map(([status, one]) => [status, one.content]);
    return [['body', operation.requestBody?.content], ...answers].flatMap(([where, content]) =>
      content?.['application/json']?.schema === undefined
        ? []
        : [{ at: `${method} ${path} ${where}`, its: content }],
    );
  });
  expect(bodies.length).toBeGreaterThan(30);
  const signals = Object.entries<Json>(document.webhooks).map(([at, { post }]) => ({
    at,
    its: post.requestBody.content,
  }));
  expect(signals.map(({ at }) => at)).toEqual(hookEvents);
  const wrong = [...bodies, ...signals].flatMap(({ at, its }) => {
    const { schema, example } = its['application/json'];
    const told = misfit(schema, example);
    return told === '' ? [] : [`${at}: ${told}`];
  });
  expect(wrong).toEqual([]);
});

test.each(['fr', 'en'])('/api tells people of every call and every signal (%s)', async (lang) => {
  const page = await (await fetch(`${app.url}/api?lang=${lang}`)).text();
  for (const { method, path } of operations()) expect(page).toContain(`${method.toUpperCase()} ${path}<`);
  for (const type of hookEvents) expect(page).toContain(`<code>${type}</code>`);
  expect(page).toContain(`<html lang="${lang}"`);
});

test('nothing else is served under /api but what is older than it', () => {
  const root = fileURLToPath(new URL('../../../src/web', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'));
  const elsewhere = files
    .filter((file) => !file.startsWith('api/'))
    .flatMap(
      (file) =>
        readFileSync(join(root, file), 'utf8').match(
          /(?:server\.\w+\(|serveGet\(server,)\s*['"`]\/api\/[^'"`]*/g,
        ) ?? [],
    )
    .map((found) => found.replace(/^.*['"`]/s, ''));
  expect(elsewhere.sort()).toEqual(['/api/messages', '/api/my-data', '/api/my-scenario']);
});

test('without a key nothing answers, and nothing with a key that lacks a scope', async () => {
  const lacking = new Map<string, string>();
  for (const scope of scopes)
    lacking.set(
      scope,
      await keyOf(
        owner,
        `Sans ${scope}`,
        scopes.filter((one) => one !== scope),
      ),
    );
  const problem = { $ref: '#/components/schemas/Problem' };
  expect(misfit(problem, { type: 'urn:autre', status: 401 })).not.toBe('');
  for (const { path, method, operation } of operations()) {
    const url = `${app.url}${path.replaceAll(/\{\w+\}/g, 'decouverte')}`;
    const how = { method: method.toUpperCase(), ...(operation.requestBody && { body: {} }) };
    const stranger = await call(url, how);
    expect([method, path, stranger.status]).toEqual([method, path, 401]);
    expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
    expect(stranger.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(misfit(problem, stranger.body)).toBe('');
    const [{ key: needed }] = operation.security;
    expect(needed.length).toBeGreaterThan(0);
    for (const scope of needed) {
      const refused = await call(url, { ...how, token: lacking.get(scope) });
      expect([method, path, scope, refused.status]).toEqual([method, path, scope, 403]);
      expect(misfit(problem, refused.body)).toBe('');
    }
  }
}, 60_000);

test('every route answers as the document says', async () => {
  const shown = new Set<string>();
  /** Calls, and holds what came against the document. */
  const says = async (status: number, method: string, template: string, path: string, body?: unknown) => {
    const answer = await program.send(method.toUpperCase(), path, body);
    expect([method, path, answer.status, status < 300 ? '' : answer.text]).toEqual([
      method,
      path,
      status,
      status < 300 ? '' : answer.text,
    ]);
    const told = document.paths[`/api${template}`][method].responses[status];
    expect([method, template, status, told]).not.toContain(undefined);
    if (status < 300) shown.add(`${method} /api${template} ${status}`);
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const content =
      told.$ref === undefined
        ? told.content
        : document.components.responses[told.$ref.split('/').at(-1)].content;
    if (status === 204) expect(answer.text).toBe('');
    else expect(Object.keys(content)).toContain(type);
    const schema = content?.[type]?.schema;
    if (schema !== undefined) expect([path, misfit(schema, answer.body)]).toEqual([path, '']);
    return answer;
  };
  const c = '/consultations/{code}';
  const d = '/consultations/decouverte';

  await says(200, 'get', '/catalogues', '/catalogues');
  await says(200, 'get', '/consultations', '/consultations?size=1');
  await says(200, 'get', c, d);
  await says(404, 'get', c, '/consultations/nulle-part');
  await says(404, 'get', c, '/consultations/A%20b');
  await says(200, 'get', `${c}/plan`, `${d}/plan?expected=20`);
  await says(200, 'get', `${c}/invitation`, `${d}/invitation`);
  await says(200, 'get', `${c}/following`, `${d}/following`);
  await says(202, 'post', `${c}/reminders`, `${d}/reminders`);
  await says(200, 'get', `${c}/results`, `${d}/results`);
  // Opinions by role come with the final result.
  await says(409, 'get', `${c}/results/categories`, `${d}/results/categories?role=${catalogue.roles[0]}`);
  await says(422, 'get', `${c}/results/categories`, `${d}/results/categories?role=roi`);

  const made = await says(201, 'post', '/consultations', '/consultations', {
    title: { fr: 'Le val en 2040', en: 'The valley in 2040' },
    territory: { fr: 'Val-de-Loire', en: 'Val-de-Loire' },
  });
  const draft = `/consultations/${made.body.code}`;
  expect(made.headers.get('location')).toBe(`/api${draft}`);
  await says(422, 'post', '/consultations', '/consultations', { title: { fr: 'X' } });
  await says(409, 'post', '/consultations', '/consultations', {
    code: 'decouverte',
    title: { fr: 'Encore une', en: 'One more' },
    territory: { fr: 'Ici', en: 'Here' },
  });
  await says(200, 'patch', c, draft, { minGroup: 11, length: 'short' });
  await says(409, 'post', `${c}/close`, `${draft}/close`);
  await says(200, 'post', `${c}/open`, `${draft}/open`);
  await says(409, 'patch', c, draft, { minGroup: 12 });
  await says(409, 'delete', c, draft);
  await says(409, 'get', `${c}/results/comparison`, `${draft}/results/comparison?with=decouverte`);
  await says(202, 'post', `${c}/publish`, `${draft}/publish`);
  await says(409, 'get', `${c}/exports/{format}`, `${draft}/exports/csv`);
  await says(200, 'post', `${c}/close`, `${draft}/close`);
  await says(200, 'post', `${c}/archive`, `${draft}/archive`);
  await says(409, 'patch', c, draft, { retentionMonths: 6 });
  await says(200, 'post', `${c}/restore`, `${draft}/restore`);
  const copy = await says(201, 'post', `${c}/duplicate`, `${draft}/duplicate`);
  await says(204, 'delete', c, `/consultations/${copy.body.code}`);

  await says(200, 'put', `${c}/publication`, `${d}/publication`, { at: '2127-01-01T09:00:00+01:00' });
  expect((await program.get(d)).body.publishAt).toBe('2127-01-01T08:00:00.000Z');
  await says(422, 'put', `${c}/publication`, `${d}/publication`, { at: '2020-01-01T09:00:00Z' });
  await says(204, 'delete', `${c}/publication`, `${d}/publication`);
  await says(200, 'post', `${c}/publish`, `${d}/publish`);
  await says(409, 'post', `${c}/moments`, `${d}/moments`, { label: 'Avant le débat' });
  await says(200, 'post', `${c}/close`, `${d}/close`);
  await says(200, 'get', `${c}/results`, `${d}/results`);
  for (const which of [`role=${catalogue.roles[0]}`, `territory=${catalogue.territories[0]}`])
    await says(200, 'get', `${c}/results/categories`, `${d}/results/categories?${which}`);
  const moment = await says(201, 'post', `${c}/moments`, `${d}/moments`, { label: 'Avant le débat' });
  await says(200, 'get', `${c}/moments`, `${d}/moments`);
  await says(200, 'get', `${c}/results/comparison`, `${d}/results/comparison?with=${moment.body.id}`);
  await says(422, 'get', `${c}/results/comparison`, `${d}/results/comparison?with=rien`);
  await says(204, 'delete', `${c}/moments/{id}`, `${d}/moments/${moment.body.id}`);

  const [first, second] = catalogue.domains;
  const [from = '', to = ''] = [first?.orientations[0], second?.orientations[0]];
  await says(200, 'get', `${c}/cross-impacts`, `${d}/cross-impacts`);
  const set = await says(200, 'put', `${c}/cross-impacts`, `${d}/cross-impacts`, {
    impacts: { [from]: { [to]: 3 } },
  });
  expect(set.body.workshop[from][to]).toBe(3);
  await says(422, 'put', `${c}/cross-impacts`, `${d}/cross-impacts`, { impacts: { [from]: { [from]: 3 } } });
  await says(422, 'put', `${c}/cross-impacts`, `${d}/cross-impacts`, { csv: 'rien' });
  await says(200, 'get', `${c}/results/vision`, `${d}/results/vision`);
  await says(204, 'delete', `${c}/cross-impacts`, `${d}/cross-impacts`);

  const texts = await says(200, 'get', `${c}/texts`, `${d}/texts`);
  const mark = `${d}/texts/${texts.body.items[0].id}/mark`;
  await says(204, 'put', `${c}/texts/{id}/mark`, mark, { mark: 'quote', reason: 'telling' });
  await says(422, 'put', `${c}/texts/{id}/mark`, mark, { mark: 'aside', reason: 'telling' });
  await says(204, 'delete', `${c}/texts/{id}/mark`, mark);

  const table = {
    table: 'Table 3',
    people: 7,
    domains: { [first?.id ?? '']: { orientation: from, kept: {} } },
  };
  const seated = await says(201, 'post', `${c}/tables`, `${d}/tables`, table);
  await says(422, 'post', `${c}/tables`, `${d}/tables`, {
    ...table,
    domains: { mobility: { orientation: 'x', kept: {} } },
  });
  await says(200, 'get', `${c}/tables`, `${d}/tables`);
  const righted = { ...table, synergies: [{ helps: 'Les navettes', helped: 'La maison de santé' }] };
  const one = `${d}/tables/${seated.body.id}`;
  await says(200, 'put', `${c}/tables/{id}`, one, righted);
  await says(422, 'put', `${c}/tables/{id}`, one, { ...righted, people: 0 });
  await says(204, 'delete', `${c}/tables/{id}`, `${d}/tables/${seated.body.id}`);

  const answer = { state: 'kept', why: { fr: 'Le budget est voté.' }, charge: 'La mairie' };
  const written = await says(201, 'post', `${c}/follow-ups`, `${d}/follow-ups`, answer);
  const again = { ...answer, state: 'done' };
  await says(200, 'put', `${c}/follow-ups/{id}`, `${d}/follow-ups/${written.body.id}`, again);
  await says(422, 'post', `${c}/follow-ups`, `${d}/follow-ups`, { ...answer, why: {} });
  await says(200, 'get', `${c}/follow-ups`, `${d}/follow-ups`);

  await says(200, 'get', `${c}/exports/{format}`, `${d}/exports/csv`);
  await says(200, 'get', '/journal', '/journal?size=5');

  await says(422, 'post', `${c}/erase-answers`, `${d}/erase-answers`, { confirm: 'autre' });
  await says(202, 'post', `${c}/erase-answers`, `${d}/erase-answers`, { confirm: 'decouverte' });
  await says(409, 'post', `${c}/erase-answers`, `${d}/erase-answers`, { confirm: 'decouverte' });

  const every = operations().flatMap(({ path, method, operation }) =>
    Object.keys(operation.responses)
      .filter((status) => status.startsWith('2'))
      .map((status) => `${method} ${path} ${status}`),
  );
  expect([...shown].sort()).toEqual(every.sort());
}, 60_000);
