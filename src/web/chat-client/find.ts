/** The page's element of this id; a page without it was not made by this server. */
export function find<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} #${id}`);
}

/** A new element with a class and, perhaps, a text. */
export function create(name: string, className: string, content = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = content;
  return element;
}
