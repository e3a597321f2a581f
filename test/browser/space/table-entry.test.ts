import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { found } from '../axe.ts';
import { desktop, phone, visitor } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { opened, withBrowser } from '../with-browser.ts';

withBrowser('entering what the tables of a workshop agreed on', () => {
  const its = opened();
  let page: Page;
  let complaints: string[];
  const kit = '/animation/c/decouverte/materiel';

  beforeAll(async () => {
    ({ page, complaints } = await visitor(its.browser, { viewport: desktop }));
    await page.goto(its.app.spaceLink);
    await page.locator('main button').click();
  }, 60_000);

  /** What a table of a workshop usually says: in each domain a direction, three trajectories with their moment, one condition, one debate. */
  test('a whole table is entered by keyboard alone, in few steps beside what is written', async () => {
    await page.goto(`${its.app.url}${kit}/table?lang=fr`);
    let steps = 0;
    const press = async (key: string) => {
      steps++;
      await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate(() => {
        const { id, name } = document.activeElement as HTMLInputElement;
        return id === '' ? name : id;
      });
    const to = async (field: string) => {
      for (let i = 0; i < 40 && (await focused()) !== field; i++) await press('Tab');
      expect(await focused()).toBe(field);
    };
    await page.locator('#table').focus();
    await page.keyboard.insertText('Table des commerçants');
    await to('people');
    await page.keyboard.insertText('7');
    const domains = await page
      .locator('fieldset[id^="orientation-"]')
      .evaluateAll((all) => all.map(({ id }) => id));
    for (const orientation of domains) {
      await to(orientation);
      // On the last choice, that there is none: the first is one further.
      await press('ArrowDown');
      const rows = await page
        .locator(`section:has(#${orientation}) input[name=kept]`)
        .evaluateAll((all) => all.map(({ id }) => id));
      for (const [i, kept] of [rows[1], rows[4], rows[7]].entries()) {
        await to(kept ?? '');
        await press('Space');
        await press('Tab');
        await press('ArrowDown');
        if (i > 0) continue;
        await press('Tab');
        await page.keyboard.insertText('Que ce soit simple');
      }
      await to(orientation.replace('orientation', 'note'));
      await page.keyboard.insertText('Qui paie ?');
    }
    await to('helps-1');
    await page.keyboard.insertText('Les navettes');
    await to('helped-1');
    await page.keyboard.insertText('La maison de santé');
    await press('Enter');
    await page.waitForURL(/dit=table-added/);
    // 157 when it was counted; 252 while each of the 63 trajectories was three stops of the keyboard, kept or not.
    expect(steps).toBeLessThanOrEqual(160);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('it is opened again from the list, changed, and nothing else of it moves', async () => {
    await page.getByRole('link', { name: 'Modifier Table des commerçants' }).click();
    expect(await page.locator('input[name=kept]:checked').count()).toBe(18);
    await page.fill('#people', '9');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('9 personnes. Recopiée le').waitFor();
    await page.getByRole('link', { name: 'Modifier Table des commerçants' }).click();
    expect(await page.locator('input[name=kept]:checked').count()).toBe(18);
    expect(await page.inputValue('#helped-1')).toBe('La maison de santé');
  }, 30_000);

  test('two tabs that change the same field are shown both', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.fill('#note-health', 'Le débat du deuxième onglet');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('La contribution de la table est enregistrée.').waitFor();
    await page.fill('#note-health', 'Le débat du premier onglet');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Quelqu’un d’autre a changé la même chose').waitFor();
    expect(await found(page)).toEqual([]);
    await page.getByLabel('Le débat du premier onglet').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Table des commerçants : Le débat du premier onglet').waitFor();
    await other.close();
  }, 30_000);

  test.each([phone, desktop])(
    'at $width px nothing reaches beyond the screen, and axe-core finds nothing',
    async (size) => {
      await page.setViewportSize(size);
      for (const path of [
        kit,
        `${kit}/table`,
        await page.locator('a[href*="/tables/"]').first().getAttribute('href'),
      ]) {
        await page.goto(`${its.app.url}${path ?? ''}`);
        expect([path, await beyond(page), await found(page)]).toEqual([path, 0, []]);
        await page.goto(`${its.app.url}${kit}`);
      }
    },
    60_000,
  );
});
