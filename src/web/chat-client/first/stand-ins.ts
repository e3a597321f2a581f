import type {} from './early.ts';

/** The first words as the server drew them into the page, until the assistant says them itself. */
export interface StandIns {
  /** Whether what the assistant says now came to stand where it stood already. */
  giveWay(entry: HTMLElement): boolean;
}

/** From a finger's leaving to the click that comes of it, at most, in milliseconds. */
const untilClick = 300;

export function createStandIns(log: HTMLElement): StandIns {
  const waiting = [...log.querySelectorAll<HTMLElement>('[data-stand-in]')];
  let isHeld = false;
  let released = Number.NEGATIVE_INFINITY;
  /** What is pressed on a button comes to the same one. */
  function whenReleased(standIn: HTMLElement, then: () => void): void {
    if (isHeld || performance.now() - released < untilClick)
      setTimeout(() => whenReleased(standIn, then), 50);
    else then();
  }
  for (const standIn of waiting) {
    standIn.addEventListener('pointerdown', () => {
      isHeld = true;
    });
    standIn.addEventListener('click', () => {
      released = Number.NEGATIVE_INFINITY;
    });
  }
  const release = () => {
    if (isHeld) released = performance.now();
    isHeld = false;
  };
  // A pointer may leave anywhere.
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);
  return {
    giveWay(entry) {
      const standIn = waiting.shift();
      // Whoever empties the screen takes them along.
      if (standIn?.isConnected !== true) return false;
      if (standIn.dataset.label === entry.dataset.label) {
        whenReleased(standIn, () => replace(standIn, entry));
        return true;
      }
      // Something else is said here: whoever looks is not new, or no answers are taken any more.
      for (const one of [standIn, ...waiting.splice(0)]) one.remove();
      return false;
    },
  };
}

/** The same words in the same place, in the same state; what was pressed is pressed there. */
function replace(standIn: HTMLElement, entry: HTMLElement): void {
  const [before, after] = [standIn, entry].map(controls);
  const held = before?.findIndex((one) => one.matches(':focus')) ?? -1;
  entry.classList.add('still');
  standIn.replaceWith(entry);
  // Whoever read something else has not said yes to this.
  if (words(standIn) !== words(entry)) return;
  for (const [i, one] of (before ?? []).entries()) {
    const other = after?.[i];
    if (one instanceof HTMLInputElement && other instanceof HTMLInputElement)
      [other.checked, other.value] = [one.checked, one.value];
  }
  after?.[held]?.focus({ preventScroll: true });
  for (const pressed of window.early?.pressed ?? []) after?.[before?.indexOf(pressed) ?? -1]?.click();
}

// What reads aloud is the device's, which the server knows nothing of.
const controls = (entry: HTMLElement) => [
  ...entry.querySelectorAll<HTMLElement>('button:not(.listen), input'),
];

/** What it says, but for the button that reads it aloud. */
function words(entry: HTMLElement): string {
  const said = document.createElement('div');
  said.append(entry.cloneNode(true));
  for (const button of said.querySelectorAll('.listen')) button.remove();
  return said.textContent ?? '';
}
