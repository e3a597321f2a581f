import { recallTheme, toggleFull, toggleTheme } from './whole-screen.ts';

/** The screen of a vote: led by keys, sent without leaving the page, and kept up to date by the server. */
export function roomScreen(): void {
  const main = document.querySelector<HTMLElement>('.room-screen');
  const help = document.querySelector<HTMLDialogElement>('#keys');
  if (main === null || help === null) return;
  recallTheme();
  const actions: Readonly<Record<string, () => void>> = {
    full: () => void toggleFull(),
    theme: toggleTheme,
    help: () => (help.open ? help.close() : help.showModal()),
  };
  for (const button of main.querySelectorAll<HTMLButtonElement>('[data-do]')) {
    button.hidden = false;
    button.addEventListener('click', () => actions[button.dataset.do ?? '']?.());
  }
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || (help.open && event.key !== '?')) return;
    if (pressed(event, main)) event.preventDefault();
  });
  main.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || target.dataset.lead === undefined) return;
    event.preventDefault();
    void send(target, submitter, main);
  });
  follow(main);
  setInterval(() => tick(main), 250);
}

/** Keys of a remote control's way on, beside the arrow: they press what comes next. */
const on = new Set(['ArrowRight', 'PageDown', ' ']);

/** Presses what a key stands for; false: it stands for nothing here. */
function pressed({ key, target }: KeyboardEvent, main: HTMLElement): boolean {
  const within = target instanceof Element ? target : undefined;
  if (key === 'Escape') {
    const open = main.querySelector<HTMLDetailsElement>('.beside-screen details[open]');
    if (open === null) return false;
    open.open = false;
    document.querySelector<HTMLElement>('#room')?.focus({ preventScroll: true });
    return true;
  }
  // Whoever writes or chooses is left alone; what has the focus takes its own keys.
  if (within?.closest('input, select, textarea')) return false;
  if (key === ' ' && within?.closest('button, a, summary')) return false;
  const letter = key.toLowerCase();
  const opener = main.querySelector<HTMLElement>(`[data-opens="${CSS.escape(letter)}"]`)?.parentElement;
  if (opener instanceof HTMLDetailsElement) return opener.offsetParent !== null && toggle(opener, main);
  const button = on.has(key)
    ? main.querySelector<HTMLButtonElement>('.acts button.main')
    : main.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(letter)}"]`);
  button?.click();
  return button !== null;
}

/** One of them at a time, with its first field ready to be written in. */
function toggle(part: HTMLDetailsElement, main: HTMLElement): true {
  for (const other of main.querySelectorAll<HTMLDetailsElement>('.beside-screen details'))
    other.open = other === part && !part.open;
  if (part.open) part.querySelector<HTMLElement>('select, input:not([type="hidden"]), button')?.focus();
  return true;
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null, main: HTMLElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
  const page = await fetch(form.action, { method: 'POST', body })
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .catch(() => undefined);
  // Something is in the way: the browser says what, as it does without a script.
  if (page === undefined) return form.submit();
  const made = new DOMParser().parseFromString(page, 'text/html');
  put(made.querySelector('#room'), main);
  const beside = made.querySelector('.beside-screen');
  const opened = main.querySelector('.beside-screen details[open]');
  // The screen may be told sooner than this answer comes: what was opened meanwhile stays, with what is written in it.
  const isKept = opened !== null && !opened.contains(form);
  if (beside !== null && !isKept) main.querySelector('.beside-screen')?.replaceWith(beside);
  main.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** A number that moved is written in its place; anything else is drawn anew. */
function put(next: Element | null, main: HTMLElement): void {
  const room = main.querySelector<HTMLElement>('#room');
  if (!(next instanceof HTMLElement) || room === null) return;
  if (next.dataset.session !== room.dataset.session) {
    location.reload();
    return;
  }
  const isSame = ['place', 'notes'].every((name) => next.dataset[name] === room.dataset[name]);
  const timed = next.querySelector<HTMLElement>('.timer');
  if (isSame && (timed === null) === (room.querySelector('.timer') === null)) {
    for (const live of next.querySelectorAll<HTMLElement>('[data-live]')) {
      const element = room.querySelector(`[data-live="${live.dataset.live}"]`);
      if (element !== null && element.textContent !== live.textContent)
        element.textContent = live.textContent;
    }
    if (timed !== null) room.querySelector('.timer')?.replaceWith(timed);
  } else {
    const had = room.contains(document.activeElement);
    room.replaceWith(next);
    if (had) next.focus({ preventScroll: true });
  }
  arm(main);
  const told = main.querySelector('#room-told');
  const words = next.dataset.told ?? '';
  if (told !== null && told.textContent !== words) told.textContent = words;
}

function follow(main: HTMLElement): void {
  const room = main.querySelector<HTMLElement>('#room');
  if (room === null) return;
  arm(main);
  let source: EventSource | undefined;
  const start = () => {
    source?.close();
    source = new EventSource(room.dataset.stream ?? '');
    source.addEventListener('message', ({ data }) => {
      const made = document.createElement('template');
      made.innerHTML = String(data);
      put(made.content.querySelector('#room'), main);
    });
  };
  // It tries again by itself, unless it was turned away.
  setInterval(() => source?.readyState === EventSource.CLOSED && start(), 3_000);
  window.addEventListener('pagehide', () => source?.close());
  window.addEventListener('pageshow', ({ persisted }) => persisted && start());
  start();
}

/** When the vote at hand ends, by this machine's own clock. */
function arm(main: HTMLElement): void {
  for (const timer of main.querySelectorAll<HTMLElement>('.timer:not([data-ends])'))
    timer.dataset.ends = String(performance.now() + Number(timer.dataset.left));
}

function tick(main: HTMLElement): void {
  for (const timer of main.querySelectorAll<HTMLElement>('.timer:not([data-still])')) {
    const seconds = Math.max(0, Math.ceil((Number(timer.dataset.ends) - performance.now()) / 1000));
    const said = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (timer.textContent !== said) timer.textContent = said;
  }
}
