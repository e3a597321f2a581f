import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Playground, startPlayground } from '#src/tools/playground/start-playground.ts';
import { type App, startApp } from '#test/browser/app.ts';
import { findChromium, launch, remedy, visitor } from '#test/browser/chromium.ts';
import { Teams } from './playground.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(remedy);
const withBrowser = chromium === undefined ? describe.skip : describe;

withBrowser('in Teams, as the Agents Playground shows it', () => {
  let app: App;
  let playground: Playground;
  let browser: Browser;
  let teams: Teams;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch(chromium ?? '')]);
    playground = await startPlayground(`${app.url}/api/messages`);
    const { page } = await visitor(browser);
    teams = new Teams(page);
    await teams.arrive(playground.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await app?.close();
  }, 30_000);

  test('a person answers a whole domain in the personal chat, card after card', async () => {
    const { page } = teams;
    await page.getByText('Avant de commencer').waitFor();
    await teams.answer();
    await page.getByText('Qui êtes-vous').waitFor();
    await teams.answer();
    await page.getByText('Choisissez par où commencer.').waitFor();
    expect(await teams.press('Bâtiments et réseaux')).toBe('C’est noté.');

    const asked: string[] = [];
    const ended = page.getByText('Un domaine terminé sur 6.');
    while ((await ended.count()) === 0 && asked.length < 20) {
      asked.push((await teams.newest().locator('p').first().textContent()) ?? '');
      await teams.answer();
    }
    expect(asked.at(0)).toBe('Bâtiments et réseaux · Question 1 sur 6');
    expect(asked.at(-1)).toBe('Bâtiments et réseaux · Trajectoire 4 sur 4');
    expect(asked).toHaveLength(10);

    await teams.answered(() => teams.say('mon scénario'));
    expect(await teams.newest().textContent()).toMatch(/Sur\s4\strajectoires examinées/);
  }, 120_000);
});
