/** From how many signs left on the number is read out as well. */
const near = 20;

/** Under each field that takes so many signs at most, how many are left; it is read out near the limit alone, and never interrupts. */
export function countSigns(card: HTMLElement, label: () => string): void {
  for (const field of card.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[maxlength]')) {
    const line = document.createElement('p');
    line.className = 'signs';
    const tell = () => {
      const left = field.maxLength - field.value.length;
      line.ariaLive = left <= near ? 'polite' : 'off';
      line.textContent = `${label()} ${left}`;
    };
    field.addEventListener('input', tell);
    tell();
    field.parentElement?.after(line);
  }
}
