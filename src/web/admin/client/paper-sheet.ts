/**
 * Enters a paper sheet by keys alone, a number pad's among them: in a row a figure ticks the box it is printed in and goes on; elsewhere
 * Enter goes on. Without it the form is sent as any other.
 */
export function paperSheet(): void {
  const form = document.querySelector<HTMLFormElement>('[data-sheet]');
  if (!form) return;
  for (const hint of form.querySelectorAll<HTMLElement>('[data-keys]')) hint.hidden = false;
  const save = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  const stops = [...form.querySelectorAll<HTMLElement>('[data-stop]'), ...(save ? [save] : [])];
  const first = form.querySelector<HTMLInputElement>('[autofocus]');
  if (!document.querySelector('.problems')) {
    first?.focus();
    first?.select();
  }
  form.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stops.findIndex((stop) => stop.contains(target));
    const stop = stops[at];
    if (!stop || stop === save || !press(stop, at, key)) return;
    event.preventDefault();
  });

  /** Whether the key means something here. */
  function press(stop: HTMLElement, at: number, key: string): boolean {
    if (key === 'Enter') return go(stops[at + 1]);
    if (stop instanceof HTMLInputElement) return stop.value === '' && pressInEmpty(at, key);
    switch (key) {
      case '-':
      case 'Backspace':
        return back(stop, at);
      case '+':
        return go(stops.find((one, i) => i > at && isOfAnother(one, stop)));
      case '/':
        return go(save);
      default:
        return /^\d$/.test(key) && tick(stop, key) && go(stops[at + 1]);
    }
  }

  /** An empty field can be left as a row can; in one that says something, every key writes. */
  function pressInEmpty(at: number, key: string): boolean {
    if (key === '/') return go(save);
    return key === 'Backspace' && go(stops[at - 1]);
  }

  /** Takes back what was ticked here or, where nothing was, goes to the row before and takes that back. */
  function back(stop: HTMLElement, at: number): boolean {
    const isTicked = stop.querySelector<HTMLInputElement>('input:checked')?.value;
    if (isTicked) return tick(stop, '') && go(stop);
    const before = stops[at - 1];
    if (before instanceof HTMLFieldSetElement) tick(before, '');
    return go(before);
  }
}

const isOfAnother = (one: HTMLElement, stop: HTMLElement): boolean =>
  one.closest('[data-domain]') !== stop.closest('[data-domain]');

function tick(row: HTMLElement, key: string): boolean {
  const box = row.querySelector<HTMLInputElement>(`input[value="${key}"]`);
  if (box) box.checked = true;
  return box !== null;
}

/** A row is entered by what is ticked in it, or its first box. */
function go(stop: HTMLElement | null | undefined): boolean {
  if (!stop) return true;
  const field = stop.querySelector<HTMLElement>('input:checked') ?? stop.querySelector<HTMLElement>('input');
  const target = stop instanceof HTMLFieldSetElement ? field : stop;
  target?.focus();
  if (target instanceof HTMLInputElement && target.type !== 'radio') target.select();
  stop.scrollIntoView({ block: 'center' });
  return true;
}
