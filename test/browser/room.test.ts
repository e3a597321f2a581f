import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Phone, phoneIn } from '../http/room/phone.ts';
import { foundInBothThemes } from './axe.ts';
import { desktop, phone, visitor, type Watched } from './chromium.ts';
import { beyond } from './inspect.ts';
import { opened, withBrowser } from './with-browser.ts';

const here = '/animation/c/decouverte/salle';

withBrowser('a vote in the room', () => {
  const its = opened();
  let owner: Watched;
  beforeAll(async () => {
    owner = await visitor(its.browser, { viewport: { width: 1280, height: 720 } });
    await owner.page.goto(its.app.spaceLink);
    await owner.page.getByRole('button', { name: 'Entrer dans l’espace' }).click();
    await owner.page.waitForURL(`${its.app.url}/animation`);
  }, 60_000);

  const telephone = async (javaScriptEnabled = true): Promise<Watched> => {
    const watched = await visitor(its.browser, { viewport: phone, javaScriptEnabled });
    await watched.page.goto(`${its.app.url}/c/decouverte/direct`);
    return watched;
  };
  const state = (page: Page, name: string) => page.locator(`#room.${name}`).waitFor();

  test('it is led by keys alone, two telephones follow, and a change of mind is one answer still', async () => {
    const { page, complaints } = owner;
    const [anna, bob] = [await telephone(), await telephone(false)];
    await page.goto(`${its.app.url}${here}/projection?lang=fr`);
    await page.locator('.one-by-one').waitFor({ state: 'attached' });
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Commencer la séance' }).press('Enter');
    await state(page, 'between');
    await anna.page.getByText('La prochaine question arrive bientôt.').waitFor();
    await page.keyboard.press('q');
    // The list has the focus: a title is found by its first letters.
    await page.keyboard.type('Des navettes');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await state(page, 'waiting');
    expect(await page.locator('#room h1').textContent()).toBe('Des navettes à la demande');
    await page.keyboard.press('v');
    await state(page, 'open');
    await anna.page.getByRole('button', { name: 'Plutôt souhaitable' }).click();
    await anna.page.getByText('Votre réponse est enregistrée : Plutôt souhaitable.').waitFor();
    await page.getByText('1 réponse', { exact: true }).waitFor();
    await bob.page.reload();
    await bob.page.getByRole('button', { name: 'Très souhaitable' }).click();
    await page.getByText('2 réponses', { exact: true }).waitFor();
    await anna.page.getByRole('button', { name: 'Très indésirable' }).click();
    await anna.page.getByText('Votre réponse est enregistrée : Très indésirable.').waitFor();
    expect(await anna.page.locator('[aria-pressed="true"]').textContent()).toBe('Très indésirable');
    expect(await page.locator('#room').textContent()).not.toContain('sur 2');
    await page.keyboard.press('p');
    await state(page, 'paused');
    await anna.page.getByText('La séance est en pause.').waitFor();
    await page.keyboard.press('p');
    await page.locator('#room:not(.paused)').waitFor();
    // What comes next, as a remote control has it.
    await page.keyboard.press('ArrowRight');
    await state(page, 'hidden');
    await anna.page.getByText('Le vote est clos.').waitFor();
    await page.keyboard.press('PageDown');
    await state(page, 'revealed');
    expect(await page.locator('.stage').textContent()).toContain('n’est montré qu’à partir de 11 réponses');
    await page.keyboard.press('n');
    await state(page, 'between');
    expect([...complaints, ...anna.complaints]).toEqual([]);
    await Promise.all([anna, bob].map((one) => one.page.context().close()));
  }, 90_000);

  test('the answers that moved are drawn, told to those who do not see them, and fit any screen', async () => {
    const { page, complaints } = owner;
    const phones = await Promise.all(Array.from({ length: 60 }, () => phoneIn(its.app.url)));
    const tapAll = async (point: (i: number) => number) => {
      await Promise.all(phones.map((one: Phone) => one.look()));
      await Promise.all(phones.map((one: Phone, i) => one.tap(point(i))));
    };
    await page.keyboard.press('q');
    await page.getByLabel('Une question à vous').fill('La place du marché sans voitures ?');
    await page.keyboard.press('Enter');
    await state(page, 'waiting');
    await page.keyboard.press('v');
    await state(page, 'open');
    await tapAll((i) => (i < 24 ? -1 : 1));
    await page.keyboard.press('r');
    await state(page, 'revealed');
    await page.getByText('24 sur 60').waitFor();
    await page.keyboard.press('s');
    await state(page, 'open');
    await tapAll((i) => (i < 12 ? 1 : i < 24 ? -1 : i < 36 ? 2 : 1));
    await page.keyboard.press('r');
    await state(page, 'revealed');
    expect(await page.locator('.flows .flow').count()).toBe(4);
    const row = page.locator('.unseen tr', { has: page.locator('th', { hasText: 'Plutôt non' }) });
    expect(await row.locator('td').allTextContents()).toEqual(['0', '12', '0', '12', '0', '0']);
    for (const viewport of [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }, desktop, phone]) {
      await page.setViewportSize(viewport);
      expect([viewport.width, await beyond(page)]).toEqual([viewport.width, 0]);
    }
    await page.keyboard.press('d');
    await page.getByLabel('Ce que la salle a décidé').fill('Un essai en mars');
    await page.keyboard.press('Enter');
    await page.getByText('Noter une décision (1)').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  test('both pages are in order for those who use them otherwise, in each state', async () => {
    const { page } = owner;
    await page.setViewportSize(desktop);
    const one = await telephone();
    expect(await foundInBothThemes(one.page)).toEqual([]);
    expect(await foundInBothThemes(page)).toEqual([]);
    const answer = await heldAnswer(page);
    await page.keyboard.press('n');
    await state(page, 'between');
    await page.keyboard.press('q');
    const ask = page.getByRole('button', { name: 'Poser cette trajectoire' });
    await ask.waitFor();
    await answer.come();
    expect(await foundInBothThemes(page)).toEqual([]);
    await ask.click();
    await state(page, 'waiting');
    await page.keyboard.press('v');
    await one.page.getByRole('button', { name: 'Plutôt souhaitable' }).waitFor();
    expect(await foundInBothThemes(one.page)).toEqual([]);
    expect(await beyond(one.page)).toBe(0);
    expect(await foundInBothThemes(page)).toEqual([]);
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Terminer la séance' }).click();
    await page.getByRole('button', { name: 'Commencer la séance' }).waitFor();
    expect(await foundInBothThemes(page)).toEqual([]);
    await page.getByRole('link', { name: 'Compte rendu (PDF)' }).waitFor();
    await one.page.getByText('Aucune question n’est posée en ce moment.').waitFor();
    expect(await foundInBothThemes(one.page)).toEqual([]);
  }, 90_000);
});

/** Holds the answer to the next form that a page sends, which the server has taken by then. */
async function heldAnswer(page: Page) {
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    '**/salle/direct*',
    async (route) => {
      const response = await route.fetch();
      await held.promise;
      await route.fulfill({ response });
      over.resolve();
    },
    { times: 1 },
  );
  return {
    async come() {
      held.resolve();
      await over.promise;
    },
  };
}
