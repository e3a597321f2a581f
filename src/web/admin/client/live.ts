/** Puts each new state of the page's live part in place, as the server sends it, while the page is looked at. */
export function live(): void {
  const section = document.querySelector<HTMLElement>('#live[data-stream]');
  if (section === null) return;
  let source: EventSource | undefined;
  const stop = () => {
    source?.close();
    source = undefined;
    say(false);
  };
  const start = () => {
    if (source !== undefined || document.hidden) return;
    const { stream = '', print = '' } = section.dataset;
    const asked = new URLSearchParams({ lang: document.documentElement.lang, vu: print });
    const opened = new EventSource(`${stream}?${asked.toString()}`);
    source = opened;
    opened.addEventListener('open', () => say(true));
    // It tries again by itself, unless it was turned away.
    opened.addEventListener('error', () => say(false));
    opened.addEventListener('message', ({ data, lastEventId }) => {
      section.dataset.print = lastEventId;
      replace(section, String(data));
    });
  };
  // A page that nobody looks at holds no connection: a browser has few.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  start();
}

/** Whether it is live, in words; otherwise there is a link to look again. */
function say(isLive: boolean): void {
  const line = document.querySelector<HTMLElement>('.refresh');
  const link = line?.querySelector('a');
  if (!line || !link) return;
  link.hidden = isLive;
  line.querySelector('span')?.remove();
  if (!isLive) return;
  const said = document.createElement('span');
  said.className = 'phase open';
  said.textContent = line.dataset.live ?? '';
  line.append(said);
}

/** The headline stays where it is, so that its change is read out; what is open, focused or scrolled stays so in the rest. */
function replace(section: HTMLElement, markup: string): void {
  const made = document.createElement('template');
  made.innerHTML = markup;
  const count = section.querySelector('#live-count');
  const said = made.content.querySelector('#live-count')?.textContent ?? '';
  if (count && count.textContent !== said) count.textContent = said;
  const rest = section.querySelector('#live-rest');
  const next = made.content.querySelector('#live-rest');
  if (!rest || !next) return;
  for (const { id } of rest.querySelectorAll('details[open]'))
    next.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '');
  if (rest.isEqualNode(next)) return;
  const focused = rest.contains(document.activeElement) ? (document.activeElement?.id ?? '') : '';
  const scrolled = [...rest.querySelectorAll('.wide')].map(({ id, scrollLeft }) => ({ id, scrollLeft }));
  rest.replaceWith(next);
  for (const { id, scrollLeft } of scrolled) {
    const again = document.getElementById(id);
    if (again) again.scrollLeft = scrollLeft;
  }
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}
