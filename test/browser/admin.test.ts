import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { town } from '../http/admin/town.ts';
import { removeFolder } from '../http/app/running.ts';
import { type App, startApp } from './app.ts';
import { found, foundInBothThemes } from './axe.ts';
import { desktop, launch, phone, visitor, type Watched } from './chromium.ts';
import { beyond, faint } from './inspect.ts';
import { withBrowser } from './with-browser.ts';

withBrowser("the facilitator's space", () => {
  let app: App;
  let browser: Browser;
  let owner: Watched;
  let dir: string;
  const code = 'bourg-neuf';

  beforeAll(async () => {
    dir = await town();
    [app, browser] = await Promise.all([startApp({ DATA_DIR: dir }), launch()]);
    owner = await visitor(browser, { viewport: desktop });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await removeFolder(dir);
  });

  test('somebody who has never seen it enters and prepares a consultation by keyboard alone', async () => {
    const { page, complaints } = owner;
    const { keyboard } = page;
    await page.goto(app.spaceLink);
    await reach(page, 'Entrer dans l’espace');
    await keyboard.press('Enter');
    await page.waitForURL(/\/animation$/);
    await reach(page, 'Préparer une consultation');
    await keyboard.press('Enter');
    await page.waitForURL(/\/nouvelle$/);
    for (const [field, text] of [
      ['title-fr', 'Demain à Bourg-Neuf'],
      ['territory-fr', 'Bourg-Neuf, 3 000 habitants'],
      ['title-en', 'Bourg-Neuf tomorrow'],
      ['territory-en', 'Bourg-Neuf, 3,000 people'],
      ['code', code],
    ] as const) {
      await reachField(page, field);
      await keyboard.insertText(text);
    }
    await keyboard.press('Enter');
    await page.waitForURL(/\/reglages\/content/);
    await reachField(page, 'expected');
    await keyboard.insertText('40');
    await page.getByText('40 personnes, 63 trajectoires : environ 11 avis chacune').waitFor();
    expect(await page.locator('#plan').textContent()).toContain('Garder les 30 trajectoires conseillées');
    // Enter goes on: what is recommended is taken by its own button alone.
    await keyboard.press('Enter');
    for (const step of ['calendar', 'information']) {
      await page.waitForURL(new RegExp(`/reglages/${step}`));
      const next = step === 'information' ? 'Ouvrir la consultation' : 'Continuer';
      await reach(page, next);
      await keyboard.press('Enter');
    }
    await page.waitForURL(new RegExp(`/animation/c/${code}/inviter\\?dit=opened`));
    expect(await page.getByRole('status').first().textContent()).toContain('La consultation est ouverte');
    expect(complaints).toEqual([]);
  }, 60_000);

  const filled = '/animation/c/atelier';
  const pages = [
    ...[
      '',
      '/aide',
      '/visite',
      '?archives',
      '/entree/nulle-part',
      '/equipe',
      '/journal',
      '/sauvegardes',
      '/acces',
      '/nouvelle',
    ].map((path) => `/animation${path}`),
    ...['about', 'content', 'calendar', 'information'].map((step) => `/animation/c/${code}/reglages/${step}`),
    ...[
      '',
      '/suivi',
      '/suivi/territoire',
      '/inviter',
      '/textes',
      '/publier',
      '/suites',
      '/salle',
      '/salle/projection',
      '/materiel',
      '/materiel/table',
      '/papier',
      '/papier/saisie',
    ].map((path) => `${filled}${path}`),
    ...['', '?role=resident', '/comparer', '/annees', '/jugements'].map(
      (path) => `${filled}/resultats${path}`,
    ),
    ...[
      '/c/voisins/resultats',
      '/c/voisins',
      '/catalogue',
      '/confidentialite',
      '/mentions',
      '/accessibilite',
    ],
  ];

  /** What each page has that it should not have, by its address; nothing of those that have nothing. */
  async function wrong(look: (page: Page) => Promise<readonly unknown[]>, lang: string) {
    const faulty: Record<string, unknown> = {};
    for (const path of pages) {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
      await owner.page.goto(app.url + address);
      const seen = await look(owner.page);
      if (seen.length > 0) faulty[address] = seen;
    }
    return faulty;
  }

  test.each([
    ['fr, by day', 'fr', (page: Page) => found(page)],
    ['en, by day and by night', 'en', (page: Page) => foundInBothThemes(page)],
  ])(
    'axe-core finds nothing on any page (%s)',
    async (_, lang, look) => {
      expect(await wrong(look, lang)).toEqual({});
    },
    180_000,
  );

  test('on a phone at night, nothing is faint and nothing reaches beyond the screen', async () => {
    await owner.page.setViewportSize(phone);
    await owner.page.emulateMedia({ colorScheme: 'dark' });
    const unfit = async (page: Page) => {
      const over = await beyond(page);
      return [...(await faint(page)), ...(over > 0 ? [`${over} px beyond`] : [])];
    };
    expect(await wrong(unfit, 'en')).toEqual({});
  }, 120_000);

  test('without a script, a form says what is wrong and keeps what was typed', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
    await context.addCookies(await owner.page.context().cookies());
    const page = await context.newPage();
    await page.goto(`${app.url}/animation/nouvelle?lang=fr`);
    await page.fill('#title-fr', 'Essai');
    await page.click('main form button');
    expect(await page.inputValue('#title-fr')).toBe('Essai');
    await page.click('.problems a');
    expect(await page.evaluate(() => document.activeElement?.id ?? location.hash)).toBeTruthy();
    expect(await page.textContent('.problems')).toContain('Nommez le territoire en français');
    await context.close();
  });
});

/** Moves by Tab until what is focused says this, as somebody without a mouse does. */
async function reach(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (at === name) return;
  }
  throw new Error(`No Tab leads to ${name}`);
}

async function reachField(page: Page, id: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
  }
  throw new Error(`No Tab leads to the field ${id}`);
}
