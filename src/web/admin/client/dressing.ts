/** Cards that the server drew wait for their styles: the policy of a page takes none in its markup. */
export function dressing(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
    element.removeAttribute('data-style');
  }
}
