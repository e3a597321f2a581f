import { dressing } from './dressing.ts';
import { heavyFiles } from './heavy-files.ts';
import { live } from './live.ts';
import { paperSheet } from './paper-sheet.ts';
import { plan } from './plan.ts';
import { projectionScreen } from './projection-screen.ts';
import { roomScreen } from './room-screen.ts';
import { sorting } from './sorting.ts';

/** What the pages do better with a script; each part looks for what it is about and does nothing where there is none. */
copying();
projectionScreen();
roomScreen();
live();
plan();
heavyFiles();
dressing();
sorting();
paperSheet();
// Where the tabs do not all fit beside one another, the one that is open is in sight.
document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
document.querySelector<HTMLElement>('.problems')?.focus();

/** A button beside each address that is there to be copied. */
function copying(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-copy]')) {
    const { copy = '', copied = '' } = field.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'beside';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      field.select();
      await navigator.clipboard?.writeText(field.value).catch(() => undefined);
      button.textContent = copied;
    });
    field.after(button);
  }
}
