interface Spoken {
  readonly tag: string;
  readonly direction: string;
}

/** Says of an element in which language it is, and in which direction it is written. */
export function speaks(element: HTMLElement, { tag, direction }: Spoken): void {
  element.lang = tag;
  element.dir = direction;
}

/** Texts of another language come between these marks (Unicode isolates), perhaps one within the other. */
const isolated = /\u2066((?:[^\u2066\u2069]|\u2066[^\u2066\u2069]*\u2069)*)\u2069/;

/** Each text that is set apart becomes an element that says its language: read and broken as that language is. */
export function setApart(within: HTMLElement, tag: string): void {
  if (!isolated.test(within.textContent ?? '')) return;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found: Node[] = [];
  while (walker.nextNode())
    if (isolated.test(walker.currentNode.nodeValue ?? '')) found.push(walker.currentNode);
  for (const node of found) node.parentNode?.replaceChild(parted(node.nodeValue ?? '', tag), node);
}

function parted(text: string, tag: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  text.split(isolated).forEach((part, i) => {
    if (i % 2 === 0) {
      fragment.append(part);
      return;
    }
    const element = document.createElement('bdi');
    speaks(element, { tag, direction: 'ltr' });
    element.textContent = part.replace(/[\u2066\u2069]/g, '');
    fragment.append(element);
  });
  return fragment;
}
