import type { ChatPageSettings, PageText } from '#web/http/pages/chat-page-settings.ts';

interface Named {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: string;
  /** The language of what is set apart by isolates. */
  readonly apart: string;
}

/** The page's own wording, in the language of the conversation. */
export interface PageTexts {
  readonly language: string;
  say(key: keyof PageText): string;
  /** How a language of the conversation is named and written in a page. */
  of(language: string | undefined): Named;
  /** Switches every text of the page at once; a language the page does not speak changes nothing. */
  speak(language: string): void;
}

export type TextKey = Parameters<PageTexts['say']>[0];

/** Words of the page in an element, which follow its language. */
export function tell(element: HTMLElement, key: TextKey, texts: Pick<PageTexts, 'say'>): void {
  element.dataset.say = key;
  element.textContent = texts.say(key);
}

/** Texts are marked in the page: `data-say` for the content, `data-say-label` and `data-say-placeholder` for attributes. */
export function pageTexts({ language, texts }: ChatPageSettings): PageTexts {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
    Object.entries(texts).map(([each, text]) => [each, { ...text }]),
  );
  let spoken = language;
  /** By its whole name, else by its first part: `fr` for `fr-CA`. */
  const nameOf = (wanted: string) =>
    [wanted, wanted.toLowerCase().split('-')[0] ?? ''].find((name) => known[name] !== undefined);
  const say = (key: string) => known[spoken]?.[key] ?? '';

  function apply() {
    document.documentElement.lang = say('tag');
    document.documentElement.dir = say('direction');
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
    of(language) {
      const { tag = '', direction = '', apart = '' } = known[nameOf(language ?? spoken) ?? spoken] ?? {};
      return { tag, direction, apart };
    },
    speak(wanted) {
      const name = nameOf(wanted);
      if (name === spoken || name === undefined) return;
      spoken = name;
      apply();
    },
  };
}
