/** Where a browser keeps whether what is projected is light or dark. */
const kept = 'projection-theme';

export async function toggleFull(): Promise<void> {
  const { documentElement: whole } = document;
  await (document.fullscreenElement === null ? whole.requestFullscreen() : document.exitFullscreen()).catch(
    () => undefined,
  );
}

export function toggleTheme(): void {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(kept, dataset.theme);
  } catch {
    // Nothing may be kept: it lasts as long as the page.
  }
}

export function recallTheme(): void {
  try {
    document.documentElement.dataset.theme = localStorage.getItem(kept) === 'dark' ? 'dark' : 'light';
  } catch {
    document.documentElement.dataset.theme = 'light';
  }
}
