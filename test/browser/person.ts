import type { Locator, Page } from 'playwright-core';

/** Somebody who answers whatever the newest card asks, with a valid value, and goes the way forward. */
export interface Person {
  answer(): Promise<void>;
}

export const newestCard = (page: Page): Locator => page.locator('.theirs .card').last();
/** The way forward; where each answer is a button of its own, the first of those. */
export const primary = (card: Locator): Locator =>
  card
    .locator(
      '.ac-pushButton.style-positive, .ac-adaptiveCard:not(:has(.style-positive)) .ac-container.ac-selectable',
    )
    .first();
export const own = (page: Page): Locator => page.locator('.entry.mine');

/** Waits until the assistant has answered what was done, with a card. */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.locator('.theirs .card').count();
  await act();
  await page.waitForFunction((n) => document.querySelectorAll('.theirs .card').length > n, before);
}

/** Ticks something in every choice of a card that has nothing ticked yet. */
export async function choose(card: Locator): Promise<void> {
  const groups = card.locator(
    '[role=radiogroup]:not(:has(:checked)), [role=group].ac-input:not(:has(:checked))',
  );
  const seen = groups.filter({ visible: true });
  for (let left = await seen.count(); left > 0; left--) await seen.first().locator('label').first().click();
}

export function withMouse(page: Page): Person {
  return {
    async answer() {
      const card = newestCard(page);
      await choose(card);
      for (const select of await card.locator('select').filter({ visible: true }).all())
        await select.selectOption({ index: 1 });
      for (const text of await card.locator('textarea, input[type=text]').filter({ visible: true }).all())
        await text.fill('Un car le soir');
      await answered(page, () => primary(card).click());
    },
  };
}

/** Tab, space, arrows, Enter, and nothing else. */
export function withKeyboard(page: Page): Person {
  const press = (key: string) => page.keyboard.press(key);
  const kind = () =>
    page.evaluate(() => {
      const it = document.activeElement;
      const isFirst = it?.closest('[role=group].ac-input')?.querySelector(':checked') === null;
      if (it instanceof HTMLInputElement) return it.type === 'checkbox' && isFirst ? 'radio' : it.type;
      const answers = '.ac-adaptiveCard:not(:has(.style-positive)) .ac-container.ac-selectable';
      if (it?.matches(`.ac-pushButton.style-positive, ${answers}`) && !it.closest('.past')) return 'forward';
      return it?.tagName.toLowerCase() ?? 'none';
    });
  return {
    async answer() {
      for (let steps = 0; steps < 60; steps++) {
        const at = await kind();
        if (at === 'forward') return answered(page, () => press('Enter'));
        if (at === 'radio') await press('Space');
        if (at === 'select') await press('ArrowDown');
        if (at === 'textarea' || at === 'text') await page.keyboard.type('Un car le soir');
        await press('Tab');
      }
      throw new Error('The way forward cannot be reached by keyboard.');
    },
  };
}
