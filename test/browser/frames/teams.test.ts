import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Running, removeFolder, running } from '../../http/app/running.ts';
import { found } from '../axe.ts';
import { launch, visitor } from '../chromium.ts';
import { fullTowns } from '../full-town.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';
import { teamsHost } from './teams-host.ts';
import { inFrame, type Town, townSite } from './town-site.ts';

/** What the page told the client that shows it. */
const told = (page: Page): Promise<readonly (readonly unknown[])[]> =>
  page.evaluate(() => (window as unknown as { told: unknown[][] }).told);
const toldOf = async (page: Page, func: string) => (await told(page)).filter(([name]) => name === func);
const send = (page: Page, func: string, args: unknown[]) =>
  page.evaluate(
    ([name, its]) => (window as unknown as { send(name: unknown, its: unknown): void }).send(name, its),
    [func, args],
  );
const ground = (frame: Frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);

withBrowser('in a client of Teams', () => {
  let app: Running;
  let browser: Browser;
  let client: Town;
  beforeAll(async () => {
    const folder = await fullTowns([
      { id: 'ville', people: 60, domains: ['buildings', 'mobility'] },
      { id: 'ouverte', people: 12, domains: ['buildings'], closed: false, publishedAt: undefined },
    ]);
    const pages: Record<string, string> = {};
    client = await townSite(pages);
    const ours = { FRAME_ANCESTORS: `'self' ${client.url}` };
    [app, browser] = await Promise.all([running(folder, ours), launch()]);
    const tab = (code: string, as = {}) => teamsHost(`${app.url}/teams/c/${code}`, as);
    Object.assign(pages, {
      '/tab': tab('ville'),
      '/open': tab('ouverte'),
      '/dark': tab('ville', { theme: 'dark', locale: 'en-GB' }),
      '/contrast': tab('ville', { theme: 'contrast' }),
      '/stage': tab('ville', { frame: 'meetingStage' }),
      '/side': tab('ouverte', { frame: 'sidePanel' }),
      '/set-up': teamsHost(`${app.url}/teams/onglet`, { frame: 'settings' }),
    });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await client?.close();
    await app?.stop();
    await removeFolder(app.dataDir);
  }, 30_000);

  async function shown(path: string, viewport = { width: 1024, height: 700 }) {
    const watched = await visitor(browser, { viewport });
    await watched.page.goto(client.url + path);
    const { page } = watched;
    await page.waitForFunction(() =>
      (window as unknown as { told: unknown[][] }).told.some(
        ([name]) => name === 'appInitialization.success',
      ),
    );
    return { ...watched, frame: await inFrame(page) };
  }

  test('the tab of a channel tells what the consultation is, how many took part and what the result says', async () => {
    const { page, frame, complaints } = await shown('/tab');
    await frame.getByRole('heading', { name: 'Vallée de la Seille 2040' }).waitFor();
    expect(await frame.locator('.took').textContent()).toBe('55 personnes ont pris part.');
    await frame.getByRole('heading', { name: 'Ce qui rassemble' }).waitFor();
    const whole = frame.getByRole('link', { name: 'Voir tout le résultat' });
    expect(await whole.getAttribute('target')).toBe('_blank');
    expect(await frame.getByRole('link', { name: 'Participer' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('while it is open it invites, says nothing of views, and follows how many took part', async () => {
    const { page, frame } = await shown('/side', { width: 320, height: 640 });
    expect(await frame.getByRole('link', { name: 'Participer' }).getAttribute('href')).toContain(
      '/c/ouverte?lang=fr',
    );
    expect(await frame.getByRole('heading', { name: 'Ce qui rassemble' }).count()).toBe(0);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });

  test('follows the theme and the language of the client, also when the theme changes', async () => {
    const { page, frame } = await shown('/dark');
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe('en');
    await frame.getByRole('heading', { name: 'Seille Valley 2040' }).waitFor();
    expect(await ground(frame)).toBe('rgb(21, 24, 26)');
    await send(page, 'themeChange', ['default']);
    await frame.waitForFunction(
      () => getComputedStyle(document.body).backgroundColor === 'rgb(248, 246, 242)',
    );
    await page.context().close();
    const contrast = await shown('/contrast');
    expect(await ground(contrast.frame)).toBe('rgb(0, 0, 0)');
    await contrast.page.context().close();
  });

  test('on the stage of a meeting it is read from afar', async () => {
    const { page, frame } = await shown('/stage', { width: 1280, height: 720 });
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
    expect(await beyond(page)).toBe(0);
    await page.context().close();
  });

  test('a consultation is chosen by its code or its address, and Teams is told what to show', async () => {
    const { page, frame, complaints } = await shown('/set-up');
    const field = frame.getByLabel('Code ou adresse de la consultation');
    const may = async () => (await toldOf(page, 'settings.setValidityState')).at(-1)?.[1];
    await field.fill('nulle-part');
    await frame.getByText('Aucune consultation ne porte ce nom.').waitFor();
    expect(await may()).toBe(false);
    await field.fill(`${app.url}/c/ville/resultats?lang=fr`);
    await frame.getByText('L’onglet montrera : Vallée de la Seille 2040').waitFor();
    expect(await may()).toBe(true);
    await send(page, 'settings.save', [{}]);
    await page.waitForFunction(() =>
      (window as unknown as { told: unknown[][] }).told.some(([name]) => name === 'settings.save.success'),
    );
    const [, set] = (await toldOf(page, 'settings.setSettings'))[0] ?? [];
    expect(set).toMatchObject({
      entityId: 'ville',
      suggestedDisplayName: 'Vallée de la Seille 2040',
      contentUrl: `${app.url}/teams/c/ville`,
      websiteUrl: `${app.url}/c/ville`,
    });
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    await page.context().close();
  });

  test('no other site may show it, and it asks nobody but ours', async () => {
    const policy = (await fetch(`${app.url}/teams/c/ville`)).headers.get('content-security-policy');
    expect(policy).toContain('https://*.cloud.microsoft https://teams.microsoft.com');
    expect(policy).toContain("connect-src 'self'");
    const strangers = await visitor(browser);
    await strangers.page.goto(`${client.stranger}/tab`);
    expect((await strangers.page.locator('iframe').count()) === 1).toBe(true);
    await expect(
      inFrame(strangers.page).then((frame) => frame.locator('h1').waitFor({ timeout: 1_500 })),
    ).rejects.toThrow();
    await strangers.page.context().close();
    const { page } = await visitor(browser);
    await page.goto(`${app.url}/teams/c/ville`);
    expect(await found(page)).toEqual([]);
    await page.context().close();
  });
});
