import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Playground, startPlayground } from '#src/tools/playground/start-playground.ts';
import { town } from '#src/tools/playground/town.ts';
import type { Story } from '#src/tools/simulate/play.ts';
import { playCrowd } from '#src/tools/simulate/play.ts';
import { type App, startApp } from '../browser/app.ts';
import { launch, visitor } from '../browser/chromium.ts';
import { withBrowser } from '../browser/with-browser.ts';
import { picture, pictured } from './picture.ts';
import { Teams } from './playground.ts';

const claire = town.currentUser;
const lively = { rest: 50, again: 500, round: 60_000 };

/** The program's clock: provisional results rest for ten minutes. */
let passed = 0;
const now = () => new Date(Date.now() + passed).toISOString();
const tenMinutes = 601_000;

withBrowser('a consultation in Teams, as the Agents Playground shows it', () => {
  let app: App;
  let playground: Playground;
  let browser: Browser;
  let teams: Teams;
  beforeAll(async () => {
    const open = startApp({ FACILITATORS: claire.aadObjectId }, lively, now);
    [app, browser] = await Promise.all([open, launch()]);
    playground = await startPlayground(`${app.url}/api/messages`);
    const { page } = await visitor(browser, pictured);
    teams = new Teams(page);
    await teams.arrive(playground.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await app?.close();
  }, 30_000);

  /** The thread that the invitation began, with what was posted under it. */
  const invited = () => teams.thread(/^Trajectoires.*Bourg-Neuf en 2040/s);
  const result = () => invited().locator('.ac-adaptiveCard', { hasText: 'Le scénario du groupe' });
  /** How many people the result that stands there is about. */
  const shown = async () => people(await result().textContent());
  /** As many people of the town answer at the chat page that the invitation leads to. */
  const answered = async (participants: number, seed: number) => {
    const chat = await teams.follow('Participer');
    await chat.waitForURL(`${app.url}/c/*`);
    const consultation = new URL(chat.url()).pathname.split('/').at(-1) ?? '';
    await chat.close();
    const stories: Story[] = [];
    const crowd = { url: app.url, consultation, participants, seed, concurrency: participants };
    await playCrowd(crowd, (story) => stories.push(story));
    expect(stories.filter(({ ended }) => ended === 'failed')).toEqual([]);
  };

  test('whoever facilitates prepares it in private and puts its invitation in the channel', async () => {
    const { page } = teams;
    await page.getByText('Avant de commencer').waitFor();
    // The Playground says of everybody that they speak English.
    await teams.answered(() => teams.say('français'));
    await teams.answered(() => teams.say('nouvelle consultation'));
    const form = teams.newest('Créer la consultation');
    for (const leftOut of ['Commerce', 'Santé', 'Formation', 'Production']) await teams.choose(leftOut, form);
    await teams.choose('5 personnes', form);
    await teams.fill({ Titre: 'Bourg-Neuf en 2040', Territoire: 'Bourg-Neuf et ses hameaux' }, form);
    await teams.answered(() => teams.press('Créer la consultation', form));
    expect(await teams.newest().textContent()).toMatch(/mentionnez-moi là-bas avec ces mots\s: «\sinviter/);

    await teams.channel();
    await teams.mention('inviter');
    await invited().waitFor();
    const words = await invited().textContent();
    expect(words).toMatch(/Bâtiments et réseaux\s; transport et mobilité\./);
    expect(words).toContain('Personne n’a encore pris part.');
    await invited().filter({ hasText: 'Personne n’a encore pris part.' }).waitFor();
  }, 90_000);

  test('a person answers a whole domain in the personal chat, card after card, and is counted in the channel', async () => {
    const { page } = teams;
    await teams.personal();
    await teams.answered(() => teams.say('français'));
    await teams.answer();
    await page.getByText('Qui êtes-vous').waitFor();
    await teams.answer();
    await page.getByText('Choisissez par où commencer.').waitFor();
    expect(await teams.press('Bâtiments et réseaux')).toBe('C’est noté.');

    const asked: string[] = [];
    const ended = page.getByText('Votre scénario');
    while ((await ended.count()) === 0 && asked.length < 20) {
      asked.push((await teams.newest().locator('p').first().textContent()) ?? '');
      if (asked.length === 5) await picture(page, 'teams-personal', teams.latest());
      await teams.answer();
    }
    expect(asked.at(0)).toMatch(/^Bâtiments et réseaux · encore [3-5]\sminutes$/);
    expect(asked.at(-1)).toBe('Bâtiments et réseaux · encore une minute');
    // Four questions, then three trajectories: a stance, and what more there is to say of it.
    expect(asked).toHaveLength(10);

    await teams.answered(() => teams.say('mon scénario'));
    expect(await teams.newest().textContent()).toMatch(/Sur\strois\strajectoires examinées/);

    await teams.channel();
    expect(await invited().textContent()).toContain('Une personne a pris part.');
  }, 90_000);

  test('what the town says is published in the thread under the invitation', async () => {
    const posts = (await teams.posts()).length;
    await answered(17, 7);
    await invited()
      .filter({ hasText: /1\d personnes ont pris part/ })
      .waitFor();
    expect(await teams.posts()).toHaveLength(posts);
    await picture(teams.page, 'teams-invitation', invited(), teams.thread('inviter'));

    await teams.mention('publier');
    await result().waitFor();
    expect(await shown()).toMatch(/personnes ont choisi de prendre part/);
    expect(await invited().textContent()).not.toContain(claire.surname);
    await picture(teams.page, 'teams-published', invited(), result());
  }, 90_000);

  test('as more people answer, it changes where it stands', async () => {
    const first = await shown();
    const posts = (await teams.posts()).length;
    // The first of them that may bring a new result do; the others, the next one.
    for (const seed of [8, 9]) {
      passed += tenMinutes;
      await answered(10, seed);
    }
    await result().filter({ hasNotText: first }).waitFor();
    expect(await shown()).not.toBe(first);
    expect(await result().count()).toBe(1);
    expect(await teams.posts()).toHaveLength(posts);
  }, 90_000);
});

const people = (words: string | null) =>
  /[^.]*personnes ont choisi de prendre part/.exec(words ?? '')?.[0] ?? '';
