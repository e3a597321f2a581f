/** What stood on a text before it was marked: what the way back leads to. */
interface Before {
  readonly id: string;
  readonly mark: string | undefined;
  readonly reason: string;
}

/** Marks texts where they stand, by one tap or one key, and takes it back; without it the forms lead from page to page. */
export function sorting(): void {
  const list = document.querySelector<HTMLElement>('[data-sorting]');
  const bar = list?.querySelector<HTMLElement>('[data-sort-bar]');
  const undo = bar?.querySelector<HTMLButtonElement>('[data-undo]');
  if (!list || !bar || !undo) return;
  const done: Before[] = [];
  bar.hidden = false;
  list.classList.add('by-keys');
  for (const text of textsIn(list)) text.tabIndex = 0;
  bar.querySelector('[data-begin]')?.addEventListener('click', () => next(list)?.focus());
  undo.addEventListener('click', () => void takeBack());
  list.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void mark(target, submitter);
  });
  list.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isBack = key === 'u' || (key === 'z' && (ctrlKey || metaKey));
    // Where somebody writes, a letter is a letter.
    if (!(target instanceof HTMLElement) || target.matches('input, select, textarea')) return;
    if (altKey || ((ctrlKey || metaKey) && !isBack)) return;
    if (isBack) void takeBack();
    else if (!press(target, key.toLowerCase())) return;
    event.preventDefault();
  });

  /** Whether the key means something. */
  function press(target: HTMLElement, key: string): boolean {
    const text = target.closest<HTMLElement>('[data-text]');
    if (!list || !text) return false;
    if (key === 'arrowdown' || key === 'arrowup') {
      const all = textsIn(list);
      all[all.indexOf(text) + (key === 'arrowdown' ? 1 : -1)]?.focus();
      return true;
    }
    if (key === 'a') {
      const other = text.querySelector('details');
      if (other) other.open = true;
      text.querySelector<HTMLElement>('details input')?.focus();
      return true;
    }
    const button = text.querySelector<HTMLButtonElement>(`[data-key="${key}"]`);
    if (!button?.form) return false;
    void mark(button.form, button);
    next(list, text)?.focus();
    return true;
  }

  async function mark(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    const text = form.closest<HTMLElement>('[data-text]');
    if (!text || text.ariaBusy === 'true') return;
    const { mark: its, reason = '' } = text.dataset;
    const isDone = await send(text, form, [[button.name, button.value]]);
    // Whatever the space has to say of it, it says on a page.
    if (isDone === 'elsewhere') return sendWhole(form, button);
    if (isDone) done.push({ id: text.id, mark: its, reason });
    tellUndo();
  }

  async function takeBack(): Promise<void> {
    const before = done.pop();
    const text = before && document.getElementById(before.id);
    const form = text?.querySelector('form');
    if (!before || !text || !form) return tellUndo();
    const fields =
      before.mark === undefined
        ? [['none', '1']]
        : [
            [before.mark, '1'],
            ['reason', before.reason],
          ];
    if (before.reason.includes(' ')) fields.push(['words', before.reason]);
    const isDone = await send(text, form, fields);
    if (isDone !== true) done.push(before);
    tellUndo();
    document.getElementById(before.id)?.focus();
  }

  function tellUndo() {
    if (undo) undo.disabled = done.length === 0;
  }

  /** Sends a choice, and puts what comes of it in its place; `elsewhere`: it is answered with a page. */
  async function send(
    text: HTMLElement,
    form: HTMLFormElement,
    fields: readonly (readonly string[])[],
  ): Promise<boolean | 'elsewhere'> {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    for (const [name = '', value = ''] of [...fields, ['sur-place', '1']]) body.set(name, value);
    text.ariaBusy = 'true';
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
    text.ariaBusy = null;
    const made = document.createElement('template');
    made.innerHTML = (await answer?.text()) ?? '';
    const after = made.content.querySelector<HTMLElement>('[data-sorted] > li');
    if (answer === undefined) return fail(text);
    if (!answer.ok || !after) return 'elsewhere';
    const isHeld = text.contains(document.activeElement);
    after.tabIndex = 0;
    text.replaceWith(after);
    if (isHeld) after.focus();
    const counts = made.content.querySelector('#counts');
    const told = document.querySelector('#counts');
    if (counts && told) told.textContent = counts.textContent;
    return true;
  }

  function fail(text: HTMLElement): false {
    const told = text.querySelector('.problem') ?? document.createElement('p');
    told.className = 'problem';
    told.role = 'alert';
    told.textContent = undo?.dataset.failed ?? '';
    text.append(told);
    text.focus();
    return false;
  }
}

const textsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-text]')];

/** The first text without a mark after another one, or of all. */
function next(list: HTMLElement, after?: HTMLElement): HTMLElement | undefined {
  const all = textsIn(list);
  const from = after === undefined ? 0 : all.indexOf(after) + 1;
  const isFree = (text: HTMLElement) =>
    text !== after && text.dataset.mark === undefined && text.ariaBusy !== 'true';
  return all.slice(from).find(isFree) ?? all.find(isFree) ?? after;
}

/** As without a script. */
function sendWhole(form: HTMLFormElement, { name, value }: HTMLButtonElement): void {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
  form.submit();
}
