/** Within another site's page, a link opens beside it: the frame shows the conversation and nothing else. */
export function openBeside(): void {
  if (self === top) return;
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null || link.target !== '' || link.getAttribute('href')?.startsWith('#')) return;
    link.target = '_blank';
    link.rel = 'noopener';
  });
}
