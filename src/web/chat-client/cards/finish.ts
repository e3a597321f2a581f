/**
 * What the card library leaves to be done for keyboard and screen reader: names that are what is shown, groups named by
 * their label, headings in their order that can take the focus, focus rings that are not cut off.
 */
export function finish(card: HTMLElement): void {
  card.removeAttribute('aria-label');
  for (const opener of card.querySelectorAll('[aria-controls]')) nameParts(opener, card);
  // The card's own ids come back in every card; only those made anew are unique in the page.
  for (const element of card.querySelectorAll('[id]:not([id^="__ac-"], [id^="heading-"], [id^="part-"])'))
    element.removeAttribute('id');
  tellOpen(card);
  for (const pressed of card.querySelectorAll('button, .ac-selectable')) nameByContent(pressed);
  for (const choices of card.querySelectorAll<HTMLElement>(
    '.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect',
  ))
    nameGroup(choices);
  for (const [i, heading] of [...card.querySelectorAll<HTMLElement>('[role="heading"]')].entries()) {
    heading.tabIndex = -1;
    heading.ariaLevel = i === 0 ? '2' : '3';
  }
  for (const strip of card.querySelectorAll<HTMLElement>('.ac-actionSet'))
    if (strip.parentElement) strip.parentElement.style.overflow = 'visible';
  // Pictures stand beside the words that tell the same; those that tell more have their own.
  for (const picture of card.querySelectorAll('img:not([alt])')) picture.setAttribute('alt', '');
  for (const area of card.querySelectorAll('textarea')) area.rows = 3;
}

/** Says on each button that opens parts of the card whether they are open; the library says it on the parts. */
export function tellOpen(card: HTMLElement): void {
  for (const opener of card.querySelectorAll('[aria-controls]')) {
    const parts = partsOf(opener).map((id) => card.querySelector<HTMLElement>(`[id="${id}"]`));
    opener.ariaExpanded = String(parts.some((part) => part !== null && part.style.display !== 'none'));
    for (const part of parts) part?.removeAttribute('aria-expanded');
  }
}

const partsOf = (opener: Element): string[] => (opener.getAttribute('aria-controls') ?? '').split(' ');

let made = 0;

/** Gives what a button opens an id of its own in the page. */
function nameParts(opener: Element, card: HTMLElement): void {
  const named = partsOf(opener).map((id) => {
    const part = card.querySelector(`[id="${id}"]`);
    if (part !== null && !id.startsWith('part-')) part.id = `part-${++made}`;
    return part?.id ?? '';
  });
  opener.setAttribute('aria-controls', named.filter((id) => id !== '').join(' '));
}

/** What is pressed is called what stands on it: the library repeats its title beside it, and leaves out the rest. */
function nameByContent(pressed: Element): void {
  if ((pressed.textContent ?? '').trim() === '') return;
  pressed.removeAttribute('aria-label');
  pressed.removeAttribute('title');
}

function nameGroup(choices: HTMLElement): void {
  const single = choices.classList.contains('ac-choiceSetInput-expanded');
  choices.setAttribute('role', single ? 'radiogroup' : 'group');
  const label = choices.parentElement?.previousElementSibling;
  if (!label?.id) return;
  choices.setAttribute('aria-labelledby', label.id);
  // The library names the first choice by the group as well.
  const [first] = choices.querySelectorAll('input');
  first?.removeAttribute('aria-labelledby');
}
