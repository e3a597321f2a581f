/** What the server sends: texts and shares (0..1) by name, and when the result was released. */
interface Live {
  readonly texts: Readonly<Record<string, unknown>>;
  readonly shares: Readonly<Record<string, unknown>>;
  readonly result: unknown;
}

/** Keeps the numbers of a projection up to date, and says when there is a newer result than the one shown. */
export function following(main: HTMLElement): void {
  const { stream, result } = main.dataset;
  if (stream === undefined) return;
  const source = new EventSource(stream);
  source.addEventListener('message', ({ data }) => {
    const live = read(data);
    if (live === undefined) return;
    for (const element of main.querySelectorAll<HTMLElement>('[data-live]')) {
      const text = live.texts[element.dataset.live ?? ''];
      if (typeof text === 'string' && text !== element.textContent) element.textContent = text;
    }
    for (const part of main.querySelectorAll<SVGElement>('[data-share]')) {
      const share = live.shares[part.dataset.share ?? ''];
      if (typeof share === 'number') part.setAttribute('width', `${share * 100}`);
    }
    const fresh = document.querySelector<HTMLElement>('.fresh');
    if (fresh !== null) fresh.hidden = live.result === result;
  });
  // A page that is left would hold its line open until it is gone for good.
  window.addEventListener('pagehide', () => source.close());
}

function read(data: unknown): Live | undefined {
  const live: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
  return isLive(live) ? live : undefined;
}

const isLive = (value: unknown): value is Live =>
  isRecord(value) && isRecord(value.texts) && isRecord(value.shares) && 'result' in value;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
