import type { Browser, Page } from 'playwright-core';
import { render } from '#cards/render.ts';
import type { View } from '#cards/view.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { App } from '../app.ts';
import { phone, visitor } from '../chromium.ts';
import { newestCard } from '../person.ts';

/** The chat page, to which a test speaks in the assistant's place. */
export interface SpokenTo {
  readonly page: Page;
  /** Shows these replies alone. */
  show(replies: readonly Reply[], view: View): Promise<void>;
}

export async function spokenTo(browser: Browser, { url }: App, language: string): Promise<SpokenTo> {
  const { page } = await visitor(browser, { viewport: phone, locale: language });
  let send: (activity: object) => void = () => undefined;
  await page.routeWebSocket(/stream/, (socket) => {
    socket.connectToServer();
    send = (activity) => socket.send(JSON.stringify({ activities: [activity] }));
  });
  await page.goto(url);
  await newestCard(page).waitFor();
  // The assistant has said itself what the page held in its place.
  await page.waitForFunction(() => document.querySelector('[data-stand-in]') === null);
  let said = 0;
  return {
    page,
    async show(replies, view) {
      await page.evaluate(() => document.getElementById('log')?.replaceChildren());
      for (const reply of replies) send(activityOf(reply, view, `shown-${++said}`));
      await page.waitForFunction((n) => document.querySelectorAll('.theirs').length === n, replies.length);
    },
  };
}

const contentType = 'application/vnd.microsoft.card.adaptive';

function activityOf(reply: Reply, view: View, id: string) {
  const { text, card } = render(reply, view);
  return {
    ...{ type: 'message', id, from: { id: 'bot', role: 'bot' } },
    ...{ locale: view.language, label: reply.label, text },
    ...(card && { attachments: [{ contentType, content: card }] }),
  };
}
