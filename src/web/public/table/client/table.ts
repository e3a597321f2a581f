import { drop, keep, restore, sendOthers } from './drafts.ts';
import { drawn, type Fields, isAlike, read, sentOf, write } from './fields.ts';
import { posted } from './posted.ts';

/** Saves what a table writes as it writes; without it, a button a step does. */
const root = document.querySelector<HTMLElement>('#table');
const told = document.querySelector<HTMLElement>('#told');

/** Milliseconds: after the last key, between two tries, and between two looks at what others do. */
const [pause, again, look] = [700, 2_000, 5_000];

/** Something is written that the server does not have; the page shows words that it did not take. */
let [dirty, refused] = [false, false];
/** What is on its way, until the server has said what became of it. */
let sending: Promise<boolean> | undefined;
let timer = 0;

if (root !== null && told !== null && part() !== null) {
  document.documentElement.classList.add('live');
  begin();
  root.addEventListener('input', changed);
  root.addEventListener('submit', pressed);
  root.addEventListener('click', followed);
  setInterval(() => document.hidden || void seen(), look);
  window.addEventListener('pagehide', () => {
    const form = formOf();
    if (dirty && form !== null) navigator.sendBeacon(form.action, bodyOf(form));
  });
  window.addEventListener('online', () => dirty && void save());
}

function part(): HTMLElement | null {
  return root?.querySelector<HTMLElement>(':scope > .part') ?? null;
}

function formOf(): HTMLFormElement | null {
  return root?.querySelector<HTMLFormElement>('form.table') ?? null;
}

function isMine(): boolean {
  return part()?.dataset.writes === 'mine';
}

function say(words: string | null | undefined): void {
  if (told !== null && told.textContent !== (words ?? '')) told.textContent = words ?? '';
}

function begin(): void {
  const form = formOf();
  if (form === null || !isMine()) return;
  if (restore(form)) {
    dirty = true;
    void save();
  }
  void sendOthers(form);
}

function changed(): void {
  const form = formOf();
  if (form === null) return;
  dirty = true;
  keep(form);
  clearTimeout(timer);
  // What both changed is chosen first, all of it.
  const isOpen = form.querySelector('.conflict') !== null && !form.checkValidity();
  if (isMine() && !isOpen) timer = window.setTimeout(() => void save(), pause);
}

/** As it is filled in: whoever writes stays at this step. */
function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = sentOf(form);
  body.delete('vers');
  return body;
}

/** Sends what is there, once what is on its way has arrived; whether all of it is saved. */
function save(): Promise<boolean> {
  sending ??= saved().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function saved(): Promise<boolean> {
  const form = formOf();
  if (form === null) return false;
  say(root?.dataset.saving);
  const before = read(form);
  const answer = await posted(form.action, bodyOf(form));
  if (answer === undefined) {
    say(root?.dataset.failed);
    timer = window.setTimeout(() => void save(), again);
    return false;
  }
  const isSaved = answer.status === 200;
  if (isSaved) settle(form, before, answer.page);
  else refusedBy(answer.page, answer.status);
  if (isSaved && dirty) return saved();
  return isSaved;
}

/** What stands by now takes the place of what was sent; what was written since stays as it is written. */
function settle(form: HTMLFormElement, before: Fields, page: Document): void {
  const next = page.querySelector<HTMLFormElement>('form.table');
  if (next === null) return;
  const now = read(form);
  const isLeft = (name: string) => now.get(name) === before.get(name);
  write(
    form,
    new Map([...read(next)].filter(([name, text]) => isLeft(name) && !isAlike(now.get(name), text))),
  );
  // What was chosen there is said, and chooses nothing of what is written later.
  form.querySelector('.conflict')?.remove();
  refused = false;
  const [vu, its] = [drawn(form), drawn(next)];
  if (vu !== null && its !== null) vu.value = its.value;
  dirty = [...now].some(([name, text]) => before.get(name) !== text);
  if (dirty) {
    keep(form);
    return;
  }
  drop(form);
  const words = page.querySelector('#told')?.textContent;
  // That all is saved is what they wait to hear; anything else is more than that.
  say(page.querySelector('#table')?.getAttribute('data-told') === 'mine' ? root?.dataset.saved : words);
}

/** The words stand on the page that says why they are not saved. */
function refusedBy(page: Document, status: number): void {
  const next = page.querySelector('#table > .part');
  say(page.querySelector('#told')?.textContent);
  // A number that is no number yet is still being typed.
  if (next === null || (status === 422 && part()?.contains(document.activeElement))) return;
  part()?.replaceWith(next);
  [dirty, refused] = [false, true];
  window.scrollTo(0, 0);
}

function pressed(event: SubmitEvent): void {
  const { target, submitter } = event;
  if (!(target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void sent(target, submitter);
}

/** A button: what is there is sent with it, and the page goes where it leads. */
async function sent(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  keep(form);
  // Two at once would meet each other as if two people wrote.
  await sending;
  clearTimeout(timer);
  if (!form.isConnected) return;
  say(root?.dataset.saving);
  const answer = await posted(form.action, sentOf(form, submitter));
  if (answer === undefined) {
    say(root?.dataset.failed);
    await new Promise((resolve) => setTimeout(resolve, again));
    return sent(form, submitter);
  }
  if (answer.status !== 200) return refusedBy(answer.page, answer.status);
  dirty = false;
  drop(form);
  location.assign(answer.url);
}

/** A way to another step: first what is written here. */
function followed(event: MouseEvent): void {
  const way = event.target instanceof Element ? event.target.closest('a[data-step]') : null;
  if (!(way instanceof HTMLAnchorElement) || !dirty || !isMine() || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  clearTimeout(timer);
  void save().then((isSaved) => isSaved && location.assign(way.href));
}

/** Nothing that somebody writes, or is still to see, is drawn anew. */
const isBusy = (): boolean =>
  sending !== undefined || dirty || refused || part()?.dataset.writes === 'unsaved';

/** What others did meanwhile: another phone, or whoever facilitates. */
async function seen(): Promise<void> {
  if (isBusy()) return;
  const form = formOf();
  const before = form === null ? undefined : read(form);
  const answer = await fetch(location.href).catch(() => undefined);
  const text = await answer?.text().catch(() => undefined);
  if (answer === undefined || text === undefined || answer.status >= 500 || answer.status === 429) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  const next = page.querySelector<HTMLElement>('#table > .part');
  const here = part();
  if (next === null || here === null || isBusy() || here.isEqualNode(next)) return;
  const isSame = next.dataset.writes === here.dataset.writes;
  if (isSame && form !== null && before !== undefined && isMine()) {
    settle(form, before, page);
    return;
  }
  // Whoever is about to take the pen is left to it.
  if (isSame && here.contains(document.activeElement)) return;
  here.replaceWith(next);
  say(page.querySelector('#told')?.textContent);
}
