/** A text in which the addresses of this very site can be followed; any other address stays text. */
export function linked(text: string): (string | HTMLElement)[] {
  return text
    .split(/(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]])/)
    .map((part, i) => (i % 2 === 1 ? link(part) : part));
}

function link(address: string): string | HTMLElement {
  if (!URL.canParse(address) || new URL(address).origin !== location.origin) return address;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  return anchor;
}
