import { find } from './find.ts';

/** Where the person looks: what is scrolled to, and where the focus goes. */
export interface PageView {
  /** Whether the end of the conversation is in sight. */
  atEnd(): boolean;
  /** Brings what was just said into sight: its end, or its beginning when it is taller than the screen. */
  show(first: HTMLElement): void;
  /** Puts the focus where a card begins for somebody who answers by card. */
  enter(entry: HTMLElement): void;
}

const margin = 16;

export function pageView(): PageView {
  const composer = find('composer', HTMLElement);
  const covered = () => (getComputedStyle(composer).position === 'sticky' ? composer.offsetHeight : 0);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // The focus must never land beneath the composer.
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingBottom = `${covered() + margin}px`;
  }).observe(composer);

  const end = () => document.documentElement.scrollHeight - innerHeight;

  return {
    atEnd: () => scrollY >= end() - 120,
    show(first) {
      const top = first.getBoundingClientRect().top + scrollY - margin;
      const target = Math.min(top, end());
      scrollTo({ top: Math.max(0, target), behavior: calm.matches ? 'auto' : 'smooth' });
    },
    enter(entry) {
      const [heading, control] = ['[role="heading"]', 'input, select, textarea, button'].map((what) =>
        entry.querySelector<HTMLElement>(what),
      );
      // Whoever listens hears what it is before what may be answered.
      (heading ?? control)?.focus({ preventScroll: true });
    },
  };
}
