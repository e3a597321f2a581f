import type { Locator, Page } from 'playwright-core';
import { town } from '#src/tools/playground/town.ts';

/**
 * Somebody at the page of the Agents Playground, which shows one conversation at a time: a chat, newest message last, or a
 * channel, newest thread first. Whatever changes in a conversation empties what is not yet sent of its cards.
 */
export class Teams {
  readonly page: Page;
  #among: 'messages' | 'threads' = 'messages';

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the Playground, which installs the bot in the personal chat, again if it was there before. */
  async arrive(url: string): Promise<void> {
    // Its letters are far away; without them it takes this machine's.
    await this.page.route(elsewhere, (route) => route.abort());
    this.page.setDefaultTimeout(patience);
    await this.page.goto(url, { waitUntil: 'commit' });
    await this.page.getByTitle('Hide log panel').click({ timeout: arrival });
    await this.personal();
  }

  async personal(): Promise<void> {
    await this.#go('Personal Chat', 'messages');
  }

  async groupChat(): Promise<void> {
    await this.#go(town.groupChat.name, 'messages');
  }

  /** `General` is there beside the channels of the town. */
  async channel(name: string = town.team.channels[0].name): Promise<void> {
    await this.#go(`${town.team.name} - ${name}`, 'threads');
  }

  /** Says something in the chat, or begins a thread with it; in a group the bot does not hear it. */
  async say(text: string): Promise<void> {
    await this.#write(this.page, () => this.page.keyboard.type(text));
  }

  /** Says something to the bot by its name, in this thread when one is given. */
  async mention(text: string, thread?: Locator): Promise<void> {
    await this.#write(thread ?? this.page, async () => {
      await this.page.keyboard.type('@');
      await this.page.getByRole('menuitem', { name: town.bot.name }).click();
      await this.page.keyboard.type(` ${text}`);
    });
  }

  /** The cards that are drawn, from top to bottom. */
  cards(): Locator {
    return this.page.locator(card);
  }

  /** The newest card; with a title, of those that have this button. */
  newest(title?: string): Locator {
    const having = (from: Locator) =>
      title === undefined ? from : from.filter({ has: button(title, this.page) });
    const threads = this.#threads().filter({ has: this.cards() });
    const where = this.#among === 'threads' ? having(threads).first() : this.page;
    return having(where.locator(card)).last();
  }

  /** The newest message of the chat that is a card, with who says it. */
  latest(): Locator {
    return this.page.locator('div:has(> div > .fai-OutputCard)').last();
  }

  /** What each thread of the channel shows, oldest first. */
  async posts(): Promise<string[]> {
    return (await this.#threads().allInnerTexts()).reverse();
  }

  /** The newest thread of the channel in which these words stand. */
  thread(words: string | RegExp): Locator {
    return this.#threads().filter({ hasText: words }).first();
  }

  /** Fills a card: these texts under these labels, and something valid wherever nothing is given yet. */
  async fill(given: Readonly<Record<string, string>> = {}, where = this.newest()): Promise<void> {
    for (const [label, text] of Object.entries(given))
      await where.getByRole('textbox', { name: label }).fill(text);
    const choices = where.locator('[role=radiogroup], .ac-input-container > div:has(> .fui-Checkbox)');
    const open = choices.filter({ visible: true }).and(where.locator(':not(:has(:checked))'));
    for (let left = await open.count(); left > 0; left--) await open.first().locator('label').first().click();
    for (const list of await where.locator('.fui-Combobox input').filter({ visible: true }).all()) {
      if ((await list.inputValue()) !== '') continue;
      await list.click();
      await this.page.getByRole('option').first().click();
    }
    for (const text of await where.getByRole('textbox').filter({ visible: true }).all())
      if ((await text.inputValue()) === '') await text.fill('Un car le soir');
  }

  /** Ticks a choice of a card, by its words. */
  async choose(choice: string, where = this.newest()): Promise<void> {
    await where.locator('label').filter({ hasText: choice }).click();
  }

  /** Taps the button of the newest card that has it; gives the words that the bot has put under the card. */
  async press(title: string, where = this.newest(title)): Promise<string> {
    return this.#tap(button(title, where));
  }

  /** Fills the newest card and goes its way forward, until something has come of it. */
  async answer(): Promise<void> {
    const asked = this.newest();
    await this.answered(async () => {
      await this.fill({}, asked);
      const forward = asked.locator('button:has(.style-positive)');
      // Where each answer is a button of its own, the first of those.
      const answers = asked.locator('.ac-container.ac-selectable');
      await this.#tap((await forward.count()) > 0 ? forward.last() : answers.first());
    });
  }

  /** Does something, and waits until a card has come or has changed. */
  async answered(act: () => Promise<unknown>): Promise<void> {
    const was = await this.page.evaluate(drawn, { selector: card });
    await act();
    await this.page.waitForFunction(drawn, { selector: card, was });
  }

  /** Taps a button that leads to a page, which opens beside this one. */
  async follow(title: string): Promise<Page> {
    const [page] = await Promise.all([
      this.page.waitForEvent('popup'),
      button(title, this.newest(title)).click(),
    ]);
    return page;
  }

  /** Has something befall the bot where one is, by the Playground's name for it, such as `Uninstall application`. */
  async befall(activity: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
    const choice = this.page.getByText(activity, { exact: true });
    await this.page.getByRole('menuitem').filter({ has: choice }).click();
    await Promise.all([
      this.page.waitForResponse('**/_internal/v1/customActivities'),
      this.page.getByRole('dialog').getByRole('button', { name: 'Send activity' }).click(),
    ]);
  }

  async #go(name: string, among: 'messages' | 'threads'): Promise<void> {
    await this.page.getByRole('treeitem', { name, exact: true }).click();
    await button(among === 'threads' ? 'Post' : 'Send Message', this.page)
      .first()
      .waitFor();
    this.#among = among;
  }

  #threads(): Locator {
    return this.page.locator('.fui-Card').filter({ hasNot: button('Post', this.page) });
  }

  /** The first place to write in is the chat's, the thread's, or the one where a thread begins. */
  async #write(where: Page | Locator, type: () => Promise<void>): Promise<void> {
    await where.locator('[contenteditable][role=textbox]').first().click();
    await type();
    await where
      .getByRole('button', { name: /^(Post|Send Message)$/ })
      .first()
      .click();
  }

  /** The bot is done when the button's request is answered; then the page draws the words, and whatever was posted meanwhile. */
  async #tap(button: Locator): Promise<string> {
    const [response] = await Promise.all([
      this.page.waitForResponse('**/_conversation/v1/invoke'),
      button.click(),
    ]);
    const { type, value } = await response.json();
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    if (type === 'application/vnd.microsoft.card.adaptive') return '';
    if (type === 'application/vnd.microsoft.activity.message') return value;
    throw new Error(`Answered with ${response.status()} ${JSON.stringify(value)}`);
  }
}

const elsewhere = /^https?:\/\/(?!127\.0\.0\.1[:/])/;
/** The page is 9 MB of script and draws everything again at each change: a busy machine takes its time, in milliseconds. */
const [arrival, patience] = [60_000, 30_000];
const card = '.ac-adaptiveCard';

/** What the cards show, once it is not what it was. Runs in the page. */
function drawn({ selector, was }: { readonly selector: string; readonly was?: string | undefined }) {
  const shown = [...document.querySelectorAll(selector)].map((it) => it.textContent).join('\n');
  return shown === was ? undefined : shown;
}

/** The button with this title; one that leads to a page is a link. */
function button(title: string, where: Page | Locator): Locator {
  const named = { name: title, exact: true };
  return where.getByRole('button', named).or(where.getByRole('link', named));
}
