import { expect, test } from '@jest/globals';
import { desktop, phone } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';
import { withoutScript } from './without-script.ts';

withBrowser('backups and the journal, without a script', () => {
  const given = withoutScript();

  test('on a phone a backup is made, read again, planned and given up, and the journal tells it', async () => {
    const { page } = given;
    await page.getByRole('link', { name: 'Sauvegardes' }).click();
    await page.getByRole('button', { name: 'Faire une sauvegarde maintenant' }).click();
    await page.getByText('La sauvegarde est faite.').waitFor();
    await page.getByRole('link', { name: 'Vérifier ou remettre en place' }).first().click();
    await page.getByText('rien ne manque').waitFor();
    expect(await beyond(page)).toBe(0);
    const yes = page.getByRole('button', { name: 'Remettre en place au prochain démarrage' });
    await yes.click();
    await page.getByRole('link', { name: 'Cochez la case pour confirmer.' }).waitFor();
    await page.getByRole('checkbox').check();
    await yes.click();
    expect(await page.inputValue('#lien')).toContain('/animation/entree/');
    await page.getByRole('link', { name: 'Revenir aux sauvegardes' }).click();
    await page.getByRole('button', { name: 'Y renoncer' }).click();
    await page.getByText('Aucune remise en place n’est prévue.').waitFor();
    await page.getByRole('link', { name: 'Journal' }).click();
    await page.selectOption('#quoi', { label: 'Sauvegardes' });
    await page.getByRole('button', { name: 'Filtrer' }).click();
    const told = await page.locator('.audit').textContent();
    expect(told).toContain('A renoncé à remettre une sauvegarde en place');
    expect(told).toContain('A prévu de remettre en place la sauvegarde du');
    expect(told).toContain('A fait une sauvegarde');
  }, 60_000);

  test('fit a phone and a desk, in both languages', async () => {
    const { app, page } = given;
    const wide: string[] = [];
    await page.goto(`${app.url}/animation/sauvegardes`);
    const one = (await page.locator('.backups a').first().getAttribute('href')) ?? '';
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      for (const path of ['/animation/sauvegardes', one, '/animation/journal', '/animation/journal?du=hier'])
        for (const language of ['en', 'fr']) {
          await page.goto(`${app.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
          if ((await beyond(page)) > 0) wide.push(`${path} ${language} ${viewport.width}`);
        }
    }
    expect(wide).toEqual([]);
  }, 60_000);
});
