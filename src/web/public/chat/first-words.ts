import { createContext, Script } from 'node:vm';
import type { OutgoingActivity } from '#channels/wire.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { PageText } from '#web/http/pages/chat-page-settings.ts';
import type { Html } from '#web/http/pages/html.ts';

/** Draws what the assistant says, as the page does. */
export type Draw = (activities: readonly OutgoingActivity[], language: Language, text: PageText) => Html;

/** The drawing code of the page, in a document that is in memory alone; some tenths of a second the first time. */
export async function createDraw(code: string): Promise<Draw> {
  const { parseHTML } = await import('linkedom');
  const window = parseHTML('<!doctype html><html><body></body></html>');
  completed(window);
  const { document, HTMLElement, HTMLButtonElement, HTMLInputElement } = window;
  const { HTMLSelectElement, HTMLTextAreaElement } = window;
  const context: Record<string, unknown> = {
    ...{ window, document, HTMLElement, HTMLButtonElement, HTMLInputElement, crypto, URL },
    ...{ HTMLSelectElement, HTMLTextAreaElement },
    // Sizes are written for this one, and put right in the page.
    getComputedStyle: () => ({ fontSize: '16px' }),
  };
  createContext(context);
  new Script(code).runInContext(context);
  const draw = new Script('page.draw(asked)');
  return (activities, language, text) => {
    context.asked = JSON.stringify({ activities, language, text });
    const html: unknown = draw.runInContext(context);
    if (typeof html !== 'string') throw new Error('The page draws no markup');
    return { html };
  };
}

/** What the card library sets and this document does not know. */
function completed({
  HTMLElement,
  HTMLLabelElement,
}: Pick<Window & typeof globalThis, 'HTMLElement' | 'HTMLLabelElement'>): void {
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    set(this: HTMLElement, text: string) {
      this.textContent = text;
    },
  });
  Object.defineProperty(HTMLLabelElement.prototype, 'htmlFor', {
    configurable: true,
    set(this: HTMLElement, id: string) {
      this.setAttribute('for', id);
    },
  });
}
