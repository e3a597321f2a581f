import { following } from './projection-live.ts';
import { recallTheme, toggleFull, toggleTheme } from './whole-screen.ts';

/** The projection: one slide at a time, by keys, buttons or a remote control. */
export function projectionScreen(): void {
  const main = document.querySelector<HTMLElement>('.projection');
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
  const help = document.querySelector<HTMLDialogElement>('#keys');
  if (main === null || help === null || slides.length === 0) return;
  let at = 0;

  const show = (wanted: number, how: 'quietly' | 'told' = 'told') => {
    at = Math.min(Math.max(wanted, 0), slides.length - 1);
    for (const [i, slide] of slides.entries()) slide.classList.toggle('current', i === at);
    const slide = slides[at];
    history.replaceState(null, '', `#${slide?.id ?? ''}`);
    write('#place', `${at + 1} / ${slides.length}`);
    write('#place-told', slide?.dataset.place ?? '');
    window.scrollTo(0, 0);
    if (how === 'told') slide?.focus({ preventScroll: true });
  };
  const named = () => slides.findIndex(({ id }) => `#${id}` === location.hash);

  const actions: Readonly<Record<string, () => void>> = {
    next: () => show(at + 1),
    previous: () => show(at - 1),
    first: () => show(0),
    last: () => show(slides.length - 1),
    full: () => void toggleFull(),
    theme: toggleTheme,
    renew: () => location.reload(),
    room: () => document.querySelector<HTMLElement>('#to-room')?.click(),
    help: () => (help.open ? help.close() : help.showModal()),
  };

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isPressed = event.target instanceof Element && event.target.closest('button, a') !== null;
    // What has the focus takes these keys itself.
    if (isPressed && (event.key === ' ' || event.key === 'Enter')) return;
    const action = /^[1-9]$/.test(event.key) ? () => show(Number(event.key) - 1) : actions[actionOf(event)];
    if (action === undefined || (help.open && event.key !== '?')) return;
    event.preventDefault();
    action();
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-do]'))
    button.addEventListener('click', (event) => {
      actions[button.dataset.do ?? '']?.();
      // Pressed from the keyboard, a button keeps the focus: it may be pressed again.
      if (event.detail === 0 && !help.open) button.focus();
    });
  window.addEventListener('hashchange', () => {
    const wanted = named();
    if (wanted !== -1 && wanted !== at) show(wanted);
  });

  recallTheme();
  document.documentElement.classList.add('one-by-one');
  for (const part of document.querySelectorAll<HTMLElement>('.controls')) part.hidden = false;
  show(named(), 'quietly');
  following(main);
}

const keys: Readonly<Record<string, string>> = {
  ArrowRight: 'next',
  ' ': 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  f: 'full',
  t: 'theme',
  r: 'renew',
  v: 'room',
  '?': 'help',
};

const actionOf = ({ key, shiftKey }: KeyboardEvent): string =>
  key === ' ' && shiftKey ? 'previous' : (keys[key.length === 1 ? key.toLowerCase() : key] ?? '');

function write(where: string, text: string): void {
  const element = document.querySelector(where);
  if (element !== null) element.textContent = text;
}
