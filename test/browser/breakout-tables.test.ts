import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { foundInBothThemes } from './axe.ts';
import { desktop, phone, visitor, type Watched } from './chromium.ts';
import { beyond } from './inspect.ts';
import { opened, withBrowser } from './with-browser.ts';

const kit = '/animation/c/decouverte/materiel';

/** Keeps back what a page sends until each is let go, in their order. */
async function heldBack(page: Page) {
  const waiting: (() => void)[] = [];
  let isFree = false;
  const asking: ((go: () => void) => void)[] = [];
  await page.route('**/t/**', async (route) => {
    if (isFree || route.request().method() !== 'POST') return route.continue();
    await new Promise<void>((go) => {
      const ask = asking.shift();
      if (ask === undefined) waiting.push(go);
      else ask(go);
    });
    await route.continue();
  });
  const next = (): Promise<() => void> => {
    const go = waiting.shift();
    return go === undefined ? new Promise((resolve) => asking.push(resolve)) : Promise.resolve(go);
  };
  const letGo = () => {
    isFree = true;
    for (const go of waiting.splice(0)) go();
  };
  return { next, letGo };
}

withBrowser('tables of a workshop on a phone of theirs', () => {
  const its = opened();
  let owner: Watched;
  /** The addresses of the tables, in their order. */
  let doors: readonly string[];
  const phones: Watched[] = [];

  beforeAll(async () => {
    owner = await visitor(its.browser, { viewport: desktop });
    const { page } = owner;
    await page.goto(its.app.spaceLink);
    await page.getByRole('button', { name: 'Entrer dans l’espace' }).click();
    await page.waitForURL(`${its.app.url}/animation`);
    await page.goto(`${its.app.url}${kit}?lang=fr`);
    await page.getByLabel('Combien de tables').fill('3');
    await page.getByRole('button', { name: 'Ouvrir ces tables' }).click();
    await page.locator('#live .tables li').nth(2).waitFor();
    doors = await page
      .locator('#live .tables a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  }, 60_000);

  const telephone = async (door: string | undefined, javaScriptEnabled = true): Promise<Watched> => {
    const watched = await visitor(its.browser, { viewport: phone, javaScriptEnabled });
    phones.push(watched);
    await watched.page.goto(`${door}`);
    return watched;
  };
  // A phone that is left open would go on looking at its table.
  afterEach(async () => {
    await Promise.all(phones.splice(0).map(({ page }) => page.context().close()));
  });
  const begin = async ({ page }: Watched, people: string) => {
    await page.getByLabel('Combien êtes-vous').fill(people);
    await page.getByRole('button', { name: 'Commencer sur ce téléphone' }).click();
    await page.getByText('Ce téléphone écrit pour la table.').waitFor();
  };
  /** A table more, and its address. */
  const another = async (): Promise<string> => {
    const { page } = owner;
    await page.goto(`${its.app.url}${kit}?lang=fr`);
    const n = await page.locator('#live .tables > li').count();
    await page.getByText('Ouvrir d’autres tables').click();
    await page.getByLabel('Combien de tables').fill('1');
    await page.getByRole('button', { name: 'Ouvrir ces tables' }).click();
    await page.locator('#live .tables > li').nth(n).waitFor();
    return page
      .locator('#live .tables a[href*="/t/"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href).at(-1) ?? '');
  };
  const tablesOpen = async (): Promise<number> => {
    await owner.page.goto(`${its.app.url}${kit}?lang=fr`);
    return owner.page.locator('#live .tables a[href*="/t/"]').count();
  };
  const saved = ({ page }: Watched) => page.getByText('Tout est enregistré.').waitFor();
  const firstCondition = 'textarea[name^=condition-] >> nth=0';

  test('a table fills in its scenario, saved as it goes; a reload loses nothing, and the facilitator sees it live', async () => {
    const anna = await telephone(doors[0]);
    await begin(anna, '6');
    await owner.page.locator('#live li').filter({ hasText: 'Table 1' }).getByText('En cours').waitFor();
    await anna.page.locator('.steps a').first().click();
    await anna.page.locator('.keep').first().click();
    await anna.page.locator('select').first().selectOption('under-5');
    await anna.page.locator(firstCondition).fill('Que ce soit simple');
    await saved(anna);
    await owner.page.getByText('Une trajectoire retenue.').waitFor();
    await anna.page.reload();
    expect(await anna.page.locator(firstCondition).inputValue()).toBe('Que ce soit simple');
    expect(await anna.page.locator('input[name=kept]').first().isChecked()).toBe(true);
    expect(await beyond(anna.page)).toBe(0);
    expect(await foundInBothThemes(anna.page)).toEqual([]);
    await anna.page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await anna.page.getByRole('link', { name: 'Toutes les étapes' }).click();
    await anna.page.getByText(/une trajectoire retenue/).waitFor();
    await anna.page.getByRole('button', { name: 'La table a terminé' }).click();
    await anna.page.getByText('La table a terminé. Vous pouvez encore modifier.').waitFor();
    await owner.page.locator('#live li').filter({ hasText: 'Table 1' }).getByText('Terminée').waitFor();
    expect([...anna.complaints, ...owner.complaints]).toEqual([]);
  }, 90_000);

  test('words written without a network stay, are told so, and leave once it is back', async () => {
    const anna = await telephone(doors[1]);
    const { page } = anna;
    await begin(anna, '5');
    await page.locator('.steps a').first().click();
    await page.getByLabel('Ce qui est encore en débat').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Ce qui est encore en débat').fill('Qui paie ?');
    await page.getByText('La connexion est coupée.').waitFor();
    await page.context().setOffline(false);
    await saved(anna);
    await page.reload();
    expect(await page.getByLabel('Ce qui est encore en débat').inputValue()).toBe('Qui paie ?');
  }, 60_000);

  test('a second phone sees what is there and takes the pen only by saying so; the words of the first are kept in sight', async () => {
    const anna = await telephone(doors[1]);
    await anna.page.getByRole('button', { name: 'Écrire sur ce téléphone' }).click();
    await anna.page.getByText('Ce téléphone écrit pour la table.').waitFor();
    const step = await anna.page.locator('.steps a').first().getAttribute('href');
    await anna.page.goto(its.app.url + step);
    const bob = await telephone(its.app.url + step);
    await bob.page.getByText('Un autre téléphone écrit pour cette table.').waitFor();
    await bob.page.getByText('Encore en débat : Qui paie ?').waitFor();
    expect(await bob.page.locator('textarea').count()).toBe(0);
    expect(await foundInBothThemes(bob.page)).toEqual([]);
    await bob.page.getByRole('link', { name: 'Toutes les étapes' }).click();
    await bob.page.getByRole('button', { name: 'Écrire sur ce téléphone' }).click();
    await bob.page.getByText('Ce téléphone écrit pour la table.').waitFor();
    // The first writes on before it has heard of it.
    await anna.page.getByLabel('Ce qui est encore en débat').fill('Qui paie, et quand ?');
    await anna.page.getByText('Un autre téléphone écrit maintenant pour la table.').waitFor();
    expect(await anna.page.getByLabel('Ce qui est encore en débat').inputValue()).toBe(
      'Qui paie, et quand ?',
    );
    await anna.page.getByRole('button', { name: 'Écrire sur ce téléphone' }).click();
    await anna.page.getByText('Ce téléphone écrit pour la table.').waitFor();
    expect(await anna.page.getByLabel('Ce qui est encore en débat').inputValue()).toBe(
      'Qui paie, et quand ?',
    );
  }, 90_000);

  test('without a script it is filled in step by step; closed, its address leads nowhere and shows what was not saved', async () => {
    const { page } = await telephone(doors[2], false);
    await page.getByLabel('Combien êtes-vous').fill('4');
    await page.getByRole('button', { name: 'Commencer sur ce téléphone' }).click();
    await page.locator('.steps a').first().click();
    await page.locator('.keep').first().click();
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    const second = page.url();
    await page.getByRole('link', { name: 'Toutes les étapes' }).click();
    await page.getByText(/une trajectoire retenue/).waitFor();
    await page.goto(second);
    await page.getByLabel('Ce qui est encore en débat').fill('Trop tard');
    await owner.page.goto(`${its.app.url}${kit}?lang=fr`);
    await owner.page.getByRole('button', { name: 'Fermer Table 3' }).click();
    await owner.page.getByRole('button', { name: 'Rouvrir Table 3' }).waitFor();
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.getByRole('heading', { name: 'Cette table n’est pas ouverte' }).waitFor();
    await page.getByText('Trop tard').waitFor();
    const result = owner.page.locator('#live li').filter({ hasText: 'Table 3' }).getByText('Voir ce que');
    expect(await result.count()).toBe(1);
    await owner.page.getByRole('button', { name: 'Rouvrir Table 3' }).click();
    await page.goto(second);
    await page.getByLabel('Ce qui est encore en débat').waitFor();
  }, 90_000);

  test('a space at the end of a word is kept as one goes on writing', async () => {
    const { page } = await telephone(await another());
    await begin({ page, complaints: [] }, '5');
    await page.locator('.steps a').first().click();
    const field = page.getByLabel('Ce qui est encore en débat');
    await field.pressSequentially('Qui ');
    await saved({ page, complaints: [] });
    await field.pressSequentially('paie');
    expect(await field.inputValue()).toBe('Qui paie');
  }, 60_000);

  test('on a slow line, a way and a button wait for what is on its way, and nobody is met by themselves', async () => {
    const { page } = await telephone(await another());
    await begin({ page, complaints: [] }, '5');
    await page.locator('.steps a').first().click();
    const field = page.getByLabel('Ce qui est encore en débat');
    await field.waitFor();
    const held = await heldBack(page);
    await field.fill('Qui paie');
    (await held.next())();
    await field.fill('Qui paie ?');
    const way = await held.next();
    await page.getByRole('link', { name: 'Toutes les étapes' }).click();
    way();
    await page.getByRole('heading', { name: /^Table/ }).waitFor();
    await page.locator('.steps a').first().click();
    await field.fill('Qui paie, et');
    const first = await held.next();
    await field.fill('Qui paie, et quand ?');
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    first();
    held.letGo();
    await page.getByRole('link', { name: 'Étape précédente' }).click();
    await field.waitFor();
    expect(await field.inputValue()).toBe('Qui paie, et quand ?');
  }, 60_000);

  test('words that both wrote, or that a closed table did not take, stay in sight', async () => {
    const door = await another();
    const { page } = await telephone(door);
    await page.clock.install();
    await begin({ page, complaints: [] }, '5');
    await page.locator('.steps a').first().click();
    const field = page.getByLabel('Ce qui est encore en débat');
    await field.fill('Qui paie ?');
    await page.clock.runFor(1_000);
    await saved({ page, complaints: [] });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Ce qui est encore en débat').fill('Qui décide ?');
    await saved({ page: other, complaints: [] });
    await other.close();
    await field.fill('Qui paie, et quand ?');
    await page.clock.runFor(1_000);
    await page.getByText('Une autre personne a changé la même chose.').waitFor();
    await page.clock.runFor(12_000);
    expect(await field.inputValue()).toBe('Qui paie, et quand ?');
    await page.locator('.conflict input[value=theirs]').check();
    await page.clock.runFor(1_000);
    await saved({ page, complaints: [] });
    await field.fill('Qui décide, et quand ?');
    await page.clock.runFor(1_000);
    await saved({ page, complaints: [] });
    expect(await field.inputValue()).toBe('Qui décide, et quand ?');
    const name = (await page.locator('.where').last().textContent()) ?? '';
    await owner.page.goto(`${its.app.url}${kit}?lang=fr`);
    await owner.page.getByRole('button', { name: `Fermer ${name}` }).click();
    await owner.page.getByRole('button', { name: `Rouvrir ${name}` }).waitFor();
    await field.fill('Trop tard');
    await page.clock.runFor(1_000);
    await page.getByText('Trop tard').waitFor();
    const seen = page.waitForResponse((answer) => answer.request().method() === 'GET', { timeout: 2_000 });
    await page.clock.runFor(12_000);
    await expect(seen).rejects.toThrow();
    expect(await page.getByText('Trop tard').count()).toBe(1);
  }, 60_000);

  test('the tables are projected with their codes, and followed there', async () => {
    const { page, complaints } = owner;
    await page.setViewportSize({ width: 1280, height: 720 });
    const tables = await tablesOpen();
    await page.goto(`${its.app.url}/animation/c/decouverte/salle/tables?lang=fr`);
    expect(await page.locator('.table-grid svg').count()).toBe(tables);
    expect(await foundInBothThemes(page)).toEqual([]);
    const { page: other } = await telephone(doors[2]);
    await other
      .getByRole('button', { name: 'Écrire sur ce téléphone' })
      .or(other.getByRole('button', { name: 'Commencer sur ce téléphone' }))
      .click();
    await other.getByRole('button', { name: 'La table a terminé' }).click();
    await page.locator('.table-grid .done').filter({ hasText: 'Table 3' }).waitFor();
    expect(await beyond(page)).toBe(0);
    expect(complaints).toEqual([]);
  }, 60_000);
});
