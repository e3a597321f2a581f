import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, A and AA, and what axe-core holds to be good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on colours, which alone the themes change. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds in the page as it stands but for `left` (a selector), by rule and place; empty when all is well. */
export const found = (page: Page, left?: string): Promise<string[]> => looked(page, { runOnly: rules }, left);

/** The same, and what is wrong with the colours at night. */
export async function foundInBothThemes(page: Page, left?: string): Promise<string[]> {
  const byDay = await found(page, left);
  await page.emulateMedia({ colorScheme: 'dark' });
  const byNight = await looked(page, { runOnly: ofColours }, left);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...byDay, ...byNight.map((one) => `dark: ${one}`)];
}

async function looked(page: Page, options: axe.RunOptions, left?: string): Promise<string[]> {
  // Evaluated, not added: the page's policy allows no script but its own.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  // From the end: what the line to write on half covers elsewhere would be too small to tap.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const { violations } = await page.evaluate(
    ([settings, exclude]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        { include: ['html'], ...(exclude && { exclude: [exclude] }) },
        { ...settings, resultTypes: ['violations'] },
      ),
    [options, left] as const,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => `${id} (${impact}): ${html.slice(0, 160)}`),
  );
}
