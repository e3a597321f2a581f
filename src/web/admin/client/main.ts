import { copying } from './copying.ts';
import { live } from './live.ts';
import { projectionScreen } from './projection-screen.ts';

/** What the pages do better with a script; each part looks for what it is about and does nothing where there is none. */
copying();
projectionScreen();
live();
document.querySelector<HTMLElement>('.problems')?.focus();
