import { afterEach, describe, expect, test } from '@jest/globals';
import { openLine } from '#src/tools/simulate/direct-line-client.ts';
import type { Persona } from '#src/tools/simulate/persona.ts';
import { play } from '#src/tools/simulate/play.ts';
import { samples } from './sample-cards.ts';
import { type Said, type Script, smallDirectLine } from './small-direct-line.ts';
import { tapper } from './tapper.ts';

type At = { consultation?: string; longest?: number };

const running: { close: () => void }[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function tell(script: Partial<Script> = {}, more: Partial<Persona> = {}, at: At = {}) {
  const { consultation = 'here', longest } = at;
  const said: Said[] = [];
  const server = await smallDirectLine({
    greeting: () => [{ label: 'welcome' }, samples.consent()],
    answer: (one, turn) => {
      said.push(one);
      return answers[Math.min(turn, answers.length) - 1]?.() ?? [];
    },
    ...script,
  });
  running.push(server);
  const story = await play(
    person(more),
    () => openLine({ url: server.url, consultation, locale: 'fr' }),
    longest,
  );
  return { story, said };
}

const answers = [
  () => [samples.profile()],
  () => [samples.menu('mobility')],
  () => [samples.scale()],
  () => [samples.notice(), samples.text()],
  () => [samples.trajectory('t1')],
  () => [samples.notice(), samples.menu()],
  () => [samples.scenario()],
];

const person = (more: Partial<Persona>): Persona => ({ ...tapper, ...more });

describe('a person', () => {
  test('goes through the whole conversation by its cards alone', async () => {
    const { story, said } = await tell();
    expect(story).toMatchObject({ ended: 'finished', turns: 7, replies: 11, stances: ['t1'] });
    expect(story.times).toHaveLength(7);
    expect(said.map(({ value, text }) => value?.act ?? text)).toEqual([
      'consent',
      'profile',
      'open',
      'answer',
      'answer',
      'ballot',
      'mon scénario',
    ]);
    expect(said[5]?.value).toMatchObject({
      trajectory: 't1',
      stance: expect.stringMatching(/^(-?[0-2]|dont-know)$/),
    });
  });

  test('leaves half-way when that is their way', async () => {
    const { story } = await tell({}, { leavesAt: 3 });
    expect(story).toMatchObject({ ended: 'gave-up', turns: 3 });
  });

  test('waits when asked to slow down', async () => {
    const { story } = await tell({ refusals: 2 });
    expect(story.ended).toBe('finished');
  });

  test('takes a dropped socket up again and misses nothing', async () => {
    const { story } = await tell({ dropsAt: 4 });
    expect(story).toMatchObject({ ended: 'finished', turns: 7, replies: 11 });
  });

  test('going round in circles is a failure', async () => {
    const { story } = await tell({ answer: () => [samples.menu('mobility')] }, {}, { longest: 12 });
    expect(story).toMatchObject({ ended: 'failed', turns: 12 });
    expect(story.failure).toContain('label menu');
  });

  test('tells what failed', async () => {
    const broken = await tell({ breaksAt: 2 });
    expect(broken.story.failure).toContain('answered 500');
    const unknown = await tell({}, {}, { consultation: 'elsewhere' });
    expect(unknown.story).toMatchObject({ ended: 'failed', turns: 0 });
    expect(unknown.story.failure).toContain('tokens/generate answered 404');
    const nobody = await play(person({}), () =>
      openLine({ url: 'http://127.0.0.1:1', consultation: 'here', locale: 'fr' }),
    );
    expect(nobody.failure).toContain('did not answer');
  });
});
