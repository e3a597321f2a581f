/** Follows the room by itself, and sends a tap without leaving the page; without it, both are links and forms. */
const room = document.querySelector<HTMLElement>('#room');
const told = document.querySelector<HTMLElement>('#told');
if (room !== null && told !== null) {
  document.documentElement.classList.add('live');
  follow(room, told);
  room.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void send(target, submitter, room, told);
  });
}

/** Milliseconds: between two looks where the line does not last, and between two tries to send. */
const [look, again] = [5_000, 1_500];

/** Puts what the server sends in place; what was said of it is read out. */
function put(room: HTMLElement, told: HTMLElement, part: Element | null): void {
  if (!(part instanceof HTMLElement) || room.firstElementChild?.isEqualNode(part)) return;
  const focused = document.activeElement instanceof HTMLButtonElement ? document.activeElement.value : '';
  const isElsewhere = room.querySelector('h1')?.textContent !== part.querySelector('h1')?.textContent;
  room.replaceChildren(part);
  const words = part.dataset.told ?? '';
  if (told.textContent !== words) told.textContent = words;
  if (isElsewhere) window.scrollTo(0, 0);
  else if (focused !== '') room.querySelector<HTMLElement>(`button[value="${focused}"]`)?.focus();
}

function follow(room: HTMLElement, told: HTMLElement): void {
  let source: EventSource | undefined;
  const stop = () => {
    source?.close();
    source = undefined;
  };
  const start = () => {
    if (source !== undefined || document.hidden) return;
    source = new EventSource(room.dataset.stream ?? '');
    source.addEventListener('message', ({ data }) => {
      const made = document.createElement('template');
      made.innerHTML = String(data);
      put(room, told, made.content.firstElementChild);
    });
  };
  // Where no line is held (a proxy, a browser that keeps no key), the page is looked at again now and then.
  setInterval(() => {
    if (document.hidden || source?.readyState === EventSource.OPEN) return;
    if (source?.readyState === EventSource.CLOSED) stop();
    start();
    void fetch(location.pathname + location.search.replace(/&?dit=\w+/, ''))
      .then((answer) => answer.text())
      .then((page) => put(room, told, partIn(page)))
      .catch(() => undefined);
  }, look);
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  start();
}

let sending = 0;

/** Sends until the server has said that it is kept; a later tap takes the place of one that waits. */
async function send(form: HTMLFormElement, pressed: HTMLButtonElement, room: HTMLElement, told: HTMLElement) {
  sending += 1;
  const mine = sending;
  const { action } = form;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) body.append(name, String(value));
  for (const one of form.querySelectorAll('button'))
    one.setAttribute('aria-pressed', String(one === pressed));
  told.textContent = room.dataset.sending ?? '';
  while (mine === sending) {
    const page = await fetch(action, { method: 'POST', body })
      .then(async (answer) => (answer.status < 500 ? answer.text() : undefined))
      .catch(() => undefined);
    if (mine !== sending) return;
    if (page !== undefined) return answered(page, room, told);
    told.textContent = room.dataset.failed ?? '';
    await new Promise((resolve) => setTimeout(resolve, again));
  }
}

function answered(page: string, room: HTMLElement, told: HTMLElement): void {
  const made = new DOMParser().parseFromString(page, 'text/html');
  put(room, told, made.querySelector('#room > .part'));
  told.textContent = made.querySelector('#told')?.textContent ?? '';
}

const partIn = (page: string): Element | null =>
  new DOMParser().parseFromString(page, 'text/html').querySelector('#room > .part');
