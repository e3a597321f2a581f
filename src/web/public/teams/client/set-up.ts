import { pages } from '@microsoft/teams-js';
import { ownFetch } from './own-fetch.ts';

/** A consultation's code: the last part of its address, or what was typed. */
const codeIn = (typed: string): string =>
  typed
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/(resultats|results)?$/, '')
    .split('/')
    .at(-1)
    ?.toLowerCase() ?? '';

/** Lets Teams go on once a consultation is found, and tells it what the tab shows. */
export function setUp(field: HTMLInputElement, told: HTMLElement): void {
  let latest = 0;
  const look = async () => {
    latest += 1;
    const mine = latest;
    pages.config.setValidityState(false);
    const code = codeIn(field.value);
    const title = code === '' ? undefined : await titleOf(code);
    if (mine !== latest) return;
    told.textContent =
      code === ''
        ? ''
        : title === undefined
          ? (told.dataset.unknown ?? '')
          : `${told.dataset.known ?? ''} ${title}`;
    if (title === undefined) return;
    pages.config.registerOnSaveHandler((save) => {
      const at = new URL('../', location.href);
      void pages.config
        .setConfig({
          entityId: code,
          suggestedDisplayName: title,
          contentUrl: new URL(`teams/c/${code}`, at).href,
          websiteUrl: new URL(`c/${code}`, at).href,
        })
        .then(() => save.notifySuccess())
        .catch(() => save.notifyFailure());
    });
    pages.config.setValidityState(true);
  };
  field.addEventListener('input', () => void look());
  void look();
}

/** What a consultation is called; nothing where there is none. */
async function titleOf(code: string): Promise<string | undefined> {
  const answer = await ownFetch(new URL(`c/${encodeURIComponent(code)}${location.search}`, location.href));
  if (!answer.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('h1')?.textContent ?? undefined;
}
