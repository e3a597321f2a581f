import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { pack } from '#scenario/analysis/tally/packed.ts';

const trajectories = Array.from({ length: 6 }, (_, i) => `t${i}`);

/** So many people, in two camps. */
const ballotsOf = (people: number) => ({
  ballots: Uint16Array.from({ length: people * trajectories.length }, (_, i) => {
    const person = Math.floor(i / trajectories.length);
    const side = person % 2 === (i % trajectories.length) % 2 ? 2 : -2;
    return pack({ stance: side, kept: false, benefits: [] });
  }),
  trajectories,
  minGroup: 5,
});

test('opinion groups are drawn as on this thread, of several consultations one after the other', async () => {
  const opinions = createClusterPool();
  const drawn = await Promise.all([40, 60].map((people) => opinions.draw(ballotsOf(people))));
  expect(drawn).toEqual([40, 60].map((people) => opinionAmong(ballotsOf(people))));
  expect(drawn[1]).toMatchObject({ placed: 60 });
  await opinions.close();
});

test('what is not drawn in time is given up', async () => {
  const opinions = createClusterPool({ deadlineMs: 1 });
  await expect(opinions.draw(ballotsOf(60))).rejects.toThrow('The opinion groups were not drawn in time');
  await opinions.close();
});

test('closed, it draws no more: neither what is at work, nor what waits, nor what comes', async () => {
  const opinions = createClusterPool();
  const asked = [opinions.draw(ballotsOf(60)), opinions.draw(ballotsOf(60))];
  await new Promise(setImmediate);
  await opinions.close();
  expect(await Promise.all([...asked, opinions.draw(ballotsOf(60))])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('the thread ends with the last answer, and nothing keeps the process alive', async () => {
  const program = `
    import { createOpinions } from '#projections/clusters/draw-clusters.ts';
    const ended = [];
    process.on('worker', (worker) => ended.push(new Promise((resolve) => worker.once('exit', resolve))));
    const { draw } = createOpinions();
    const given = () => ({ ballots: new Uint16Array(60), trajectories: ['a', 'b'], minGroup: 5 });
    const both = await Promise.all([draw(given()), draw(given())]);
    const waiting = setInterval(() => undefined, 1000);
    await Promise.all(ended);
    clearInterval(waiting);
    console.log(both.length, ended.length);`;
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { timeout: 50_000 });
  expect(stdout).toBe('2 1\n');
}, 60_000);
