/**
 * What the card library leaves to be done for keyboard and screen reader: groups named by their label, headings that
 * can take the focus, focus rings that are not cut off.
 */
export function finish(card: HTMLElement): void {
  card.removeAttribute('aria-label');
  // The card's own ids come back in every card; only those that the library made are unique in the page.
  for (const element of card.querySelectorAll('[id]:not([id^="__ac-"], [id^="heading-"])'))
    element.removeAttribute('id');
  for (const choices of card.querySelectorAll<HTMLElement>(
    '.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect',
  ))
    nameGroup(choices);
  for (const heading of card.querySelectorAll<HTMLElement>('[role="heading"]')) heading.tabIndex = -1;
  for (const strip of card.querySelectorAll<HTMLElement>('.ac-actionSet'))
    if (strip.parentElement) strip.parentElement.style.overflow = 'visible';
  for (const area of card.querySelectorAll('textarea')) area.rows = 3;
}

function nameGroup(choices: HTMLElement): void {
  const single = choices.classList.contains('ac-choiceSetInput-expanded');
  choices.setAttribute('role', single ? 'radiogroup' : 'group');
  const label = choices.parentElement?.previousElementSibling;
  if (label?.id) choices.setAttribute('aria-labelledby', label.id);
}
