import { find } from './find.ts';

/** Where the person looks: what is scrolled to, and where the focus goes. */
export interface PageView {
  /** Whether the end of the conversation is in sight. */
  atEnd(): boolean;
  /** Brings what was just said into sight: its end, or its beginning when it is taller than the screen. */
  show(first: HTMLElement): void;
  /** The same at once, for somebody who has just come. */
  open(first: HTMLElement): void;
  /** Puts the focus where a card begins for somebody who answers by card. */
  enter(entry: HTMLElement): void;
}

/** Less where a small phone's screen holds no more than a card. */
const margin = innerHeight < 700 ? 8 : 16;

export function pageView(): PageView {
  const composer = find('composer', HTMLElement);
  const covered = () => (getComputedStyle(composer).position === 'sticky' ? composer.offsetHeight : 0);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // The focus must never land beneath the composer.
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingBottom = `${covered() + margin}px`;
  }).observe(composer);

  // The keyboard of a phone takes half of the screen: what is being written stays in sight.
  addEventListener('resize', () => {
    const field = document.activeElement;
    if (field?.matches('textarea, input, select')) field.scrollIntoView({ block: 'nearest' });
  });

  const end = () => document.documentElement.scrollHeight - innerHeight;

  function lead(first: HTMLElement, behavior: ScrollBehavior) {
    const top = first.getBoundingClientRect().top + scrollY - margin;
    scrollTo({ top: Math.max(0, Math.min(top, end())), behavior });
  }

  return {
    atEnd: () => scrollY >= end() - 120,
    show: (first) => lead(first, calm.matches ? 'auto' : 'smooth'),
    open: (first) => lead(first, 'instant'),
    enter(entry) {
      const [heading, control] = ['[role="heading"]', 'input, select, textarea, button'].map((what) =>
        entry.querySelector<HTMLElement>(what),
      );
      // Whoever listens hears what it is before what may be answered.
      (heading ?? control)?.focus({ preventScroll: true });
    },
  };
}
