import type { ChatPageSettings, PageText } from '#web/http/pages/chat-page-settings.ts';

/** The page's own wording, in the language of the conversation. */
export interface PageTexts {
  readonly language: string;
  say(key: keyof PageText): string;
  /** Switches every text of the page at once; a language the page does not speak changes nothing. */
  speak(language: string): void;
}

/** Texts are marked in the page: `data-say` for the content, `data-say-label` and `data-say-placeholder` for attributes. */
export function pageTexts({ language, texts }: ChatPageSettings): PageTexts {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
    Object.entries(texts).map(([each, text]) => [each, { ...text }]),
  );
  let spoken = language;
  const say = (key: string) => known[spoken]?.[key] ?? '';

  function apply() {
    document.documentElement.lang = spoken;
    document.title = say('title');
    for (const element of document.querySelectorAll<HTMLElement>('[data-say]'))
      element.textContent = say(element.dataset.say ?? '');
    for (const element of document.querySelectorAll<HTMLElement>('[data-say-label]'))
      element.setAttribute('aria-label', say(element.dataset.sayLabel ?? ''));
    for (const element of document.querySelectorAll<HTMLElement>('[data-say-placeholder]'))
      element.setAttribute('placeholder', say(element.dataset.sayPlaceholder ?? ''));
  }

  return {
    get language() {
      return spoken;
    },
    say,
    speak(wanted) {
      const [base = ''] = wanted.toLowerCase().split('-');
      if (base === spoken || known[base] === undefined) return;
      spoken = base;
      apply();
    },
  };
}
