import type { Page } from 'playwright-core';

/** What a page answers once it is something; unlike `waitForFunction`, it waits for the answer. */
export async function until<Arg, Answer>(
  page: Page,
  ask: (arg: Arg) => Promise<Answer | undefined | null | false>,
  arg: Arg,
): Promise<Answer> {
  for (;;) {
    // Playwright's own type of a function's argument knows handles as well.
    const answer = await page.evaluate(ask as (arg: unknown) => ReturnType<typeof ask>, arg as unknown);
    if (answer !== undefined && answer !== null && answer !== false) return answer as Answer;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
