import { expect, test } from '@jest/globals';
import { sampleResult } from '#test/documents/sample-result.ts';
import { liveNumbers } from '#web/admin/projection-screen/live.ts';
import { answers, minGroup } from '../app/crowd.ts';
import type { Running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

const room = '/animation/c/decouverte/salle';
let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const text = async (path: string) => (await owner.get(`${room}${path}`)).text;

/** The states that a projection is sent, one after the other. */
async function* states(lang: string): AsyncGenerator<Record<string, unknown>> {
  const leaving = new AbortController();
  const { body, headers } = await fetch(`${app.url}${room}/flux?lang=${lang}`, {
    headers: { cookie: owner.cookie },
    signal: leaving.signal,
  });
  expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
  const decoder = new TextDecoder();
  let read = '';
  try {
    for await (const part of body ?? []) {
      read += decoder.decode(part, { stream: true });
      const events = read.split('\n\n');
      read = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) yield JSON.parse(data);
      }
    }
  } finally {
    leaving.abort();
  }
}

test('nobody unknown sees anything of it', async () => {
  for (const path of ['', '/projection', '/flux', '/note.pdf']) {
    const answer = await fetch(`${app.url}${room}${path}`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/animation/entree');
  }
  expect((await owner.get('/animation/c/nulle-part/salle/projection')).status).toBe(404);
  expect((await owner.get('/animation/c/nulle-part/salle/flux')).status).toBe(404);
});

test('before anybody came, it says how to take part and how many are missing', async () => {
  const shown = await text('/projection?lang=fr');
  expect([...shown.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id)).toEqual([
    'welcome',
    'live',
    'results',
  ]);
  expect(readable(shown)).toContain(`${app.url}/c/decouverte`);
  expect(readable(shown)).toContain('Personne n’a encore donné d’avis');
  expect(readable(shown)).toContain(
    `Il faut encore au moins ${2 * minGroup} personnes pour montrer un résultat.`,
  );
  expect(readable(await text('?lang=en'))).toContain(`At least ${2 * minGroup} more people are needed`);
  expect((await owner.get(`${room}/note.pdf`)).status).toBe(404);
});

test('the numbers move as people answer, from the first one on', async () => {
  const seen: Record<string, unknown>[] = [];
  let coming: Promise<unknown> | undefined;
  for await (const state of states('fr')) {
    seen.push(state);
    coming ??= Promise.all(Array.from({ length: 3 }, () => answers(app.url)));
    if (JSON.stringify(state).includes('3 personnes ont donné leur avis')) break;
  }
  await coming;
  expect(seen[0]).toMatchObject({ texts: { took: 'Personne n’a encore donné d’avis' }, result: '' });
  expect(seen.at(-1)).toMatchObject({
    texts: { mobility: '3 ont commencé' },
    shares: { mobility: 1 },
    result: '',
  });
}, 60_000);

test('with enough people, the screens say what was released, and the note is there', async () => {
  await Promise.all(Array.from({ length: minGroup }, () => answers(app.url)));
  await owner.post('/animation/c/decouverte/cloture', {}, '/animation/c/decouverte');
  const shown = await text('/projection?lang=fr');
  const ids = [...shown.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
  for (const id of ['welcome', 'live', 'shared', 'contested', 'unexamined', 'vision', 'debate'])
    expect(ids).toContain(id);
  const told = Number(
    /D’après les avis reçus \((\d+) personnes ont choisi de prendre part\)/.exec(readable(shown))?.[1],
  );
  expect(told).toBeGreaterThanOrEqual(minGroup);
  for (const [, of] of shown.matchAll(/class="said">(?:\d+|une) personnes? sur (\d+)</g))
    expect(Number(of)).toBeGreaterThanOrEqual(minGroup);
  expect(shown).not.toContain('dl_');
  for (const lang of ['fr', 'en'])
    for (const kind of ['pdf', 'docx']) {
      const file = await fetch(`${app.url}${room}/note.${kind}?lang=${lang}`, {
        headers: { cookie: owner.cookie },
      });
      expect(file.headers.get('content-disposition')).toContain(`decouverte-note-${lang}.${kind}`);
      const start = Buffer.from(await file.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1');
      expect(start).toBe(kind === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    }
}, 90_000);

test('whoever opens the stream now hears when the result was released', async () => {
  for await (const state of states('en')) {
    expect(state.result).toMatch(/^\d{4}-/);
    break;
  }
});

test('how many take part and how far they are is told exactly, the first and the last one too', () => {
  const { wording: view } = sampleResult('en', { minGroup: 11 });
  const group = { state: 'waiting', minGroup: 11, needed: 3 } as const;
  const { texts, shares } = liveNumbers(
    {
      ...{
        took: 24,
        starts: 26,
        finished: { one: 23, begun: 1, all: 1 },
        roles: {},
        territories: {},
        days: [],
      },
      ...{ items: [], minutes: null, unclear: [] },
      domains: [
        { domain: 'mobility', begun: 24, done: 23 },
        { domain: 'health', begun: 1, done: 0 },
      ],
    },
    group,
    view,
  );
  expect(texts).toMatchObject({
    took: '24 people have given their view',
    finished: '23 have finished at least one domain',
    mobility: '24 began',
    health: '1 began',
  });
  expect(shares).toEqual({ mobility: 1, health: 1 / 24 });
});
