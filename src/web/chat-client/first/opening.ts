/**
 * The first lines of the page, within it: they run before anything is painted. They show the first words, which the server
 * drew, to whoever is new here; ask for the token; and note what is pressed until the script of the page takes over.
 */
import { device } from '../device.ts';
import { placed, rememberedAs } from '../direct-line/memory.ts';
import { site } from '../site.ts';
import type {} from './early.ts';

const log = document.getElementById('log');
const consultation = log?.dataset.consultation;
if (log && consultation) begin(log, consultation);

function begin(log: HTMLElement, consultation: string): void {
  const isNew = rememberedAs(placed(consultation)).previous === undefined;
  if (isNew) dress(log);
  else forget(log);
  log.dataset.met = '';
  const pressed: HTMLElement[] = [];
  let isLeft = false;
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const standIn = button?.closest<HTMLElement>('[data-stand-in]');
    if (button && standIn) press(button, standIn, pressed);
    else if (button && !isLeft) pressed.push(button);
  });
  addEventListener('submit', (event) => event.preventDefault());
  window.early = {
    ...{ asked: isNew ? ask(consultation, log.dataset.language) : undefined, pressed },
    leave() {
      isLeft = true;
    },
  };
}

/** As a session does; whoever is known goes on where they were, which is the script's to find. */
function ask(consultation: string, locale: string | undefined) {
  const token = post('tokens/generate', { consultation });
  const conversation = token.then(async (answer) => {
    const granted = await answer.clone().json();
    const body = { locale, device: device() };
    return post('conversations', body, String(granted.token));
  });
  // Whoever takes them up is told; they may never be.
  for (const one of [token, conversation]) one.catch(() => undefined);
  return { token, conversation };
}

function post(path: string, body: object, token?: string): Promise<Response> {
  return fetch(new URL(`v3/directline/${path}`, site), {
    method: 'POST',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
}

/** Whoever is known is somewhere else in the conversation. */
function forget(log: HTMLElement): void {
  for (const one of log.querySelectorAll('[data-stand-in]')) one.remove();
  document.getElementById('skeleton')?.removeAttribute('hidden');
}

/** The policy of the page takes no style in its markup; sizes follow the text size that the person set. */
function dress(log: HTMLElement): void {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  for (const element of log.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = (element.dataset.style ?? '').replace(
      /(font-size|line-height):([\d.]+)px/g,
      (_, name: string, size: string) => `${name}:${Math.round((Number(size) / 16) * root)}px`,
    );
    element.removeAttribute('data-style');
    if (element.style.display === 'none') element.dataset.folded = '';
  }
}

function press(button: HTMLElement, standIn: HTMLElement, pressed: HTMLElement[]): void {
  if (standIn.ariaBusy === 'true') return;
  pressed.push(button);
  if (button.hasAttribute('aria-controls')) unfold(standIn);
  else standIn.ariaBusy = 'true';
}

/** What a card's button shows and hides. */
function unfold(standIn: HTMLElement): void {
  for (const { style } of standIn.querySelectorAll<HTMLElement>('[data-folded]'))
    style.display = style.display !== 'none' ? 'none' : style.flexDirection === '' ? 'block' : 'flex';
}
