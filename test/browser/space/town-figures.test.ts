import { expect, test } from '@jest/globals';
import { desktop, phone } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';
import { withoutScript } from './without-script.ts';

const home = '/animation/c/atelier';

withBrowser('the goal and the figures of the territory, without a script', () => {
  const given = withoutScript();

  test('are filled in from a table on a phone, put right at their field, and read beside who took part', async () => {
    const { app, page } = given;
    await page.goto(`${app.url}${home}/suivi`);
    await page.getByRole('link', { name: 'Fixer l’objectif et les chiffres du territoire' }).click();
    await page.fill('#expected', '50');
    await page.fill('#source', 'Insee 2021');
    await page.getByText('Remplir depuis un tableau').click();
    await page.fill('#tableau', 'Un bourg\t35,5\nUne grande ville\t60\nÀ la retraite\t27 %');
    await page.getByRole('button', { name: 'Remplir les cases' }).click();
    expect(await page.inputValue('#territories-rural-village')).toBe('35,5');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('link', { name: /Ensemble, ces parts font 95,5/ }).click();
    expect(await beyond(page)).toBe(0);
    await page.fill('#territories-large-centre', '64,5');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    expect(await page.locator('.goal').textContent()).toContain('40 ont pris part');
    const row = page.getByRole('row', { name: /À la retraite/ });
    expect((await row.textContent())?.replace(/\s+/g, ' ')).toContain('27 %');
  }, 60_000);

  test('fit the screen with their tables, in both languages', async () => {
    const { app, page } = given;
    const wide: string[] = [];
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      for (const path of ['', '/suivi', '/suivi/territoire', '/resultats'])
        for (const language of ['en', 'fr']) {
          await page.goto(`${app.url}${home}${path}?lang=${language}`);
          for (const summary of await page.locator('details.who > summary').all()) await summary.click();
          const within = await page
            .locator('.wide:has(table.shares)')
            .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
          if ((await beyond(page)) > 0 || within > 0) wide.push(`${path} ${language} ${viewport.width}`);
        }
    }
    expect(wide).toEqual([]);
  }, 60_000);
});
