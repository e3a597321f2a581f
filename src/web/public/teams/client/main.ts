// Before TeamsJS, which asks elsewhere as it loads.
import './own-fetch.ts';
import { app } from '@microsoft/teams-js';
import { dress } from './dress.ts';
import { ownFetch } from './own-fetch.ts';
import { setUp } from './set-up.ts';

const every = 20_000;
const { languages = '', hosts = '' } = document.getElementById('teams')?.dataset ?? {};

/** Follows the client that shows the page: its theme, its language, where in it the page stands. Elsewhere the page stays as it is. */
async function follow(): Promise<void> {
  await app.initialize(hosts === '' ? [] : hosts.split(' '));
  const { app: client, page } = await app.getContext();
  dress(client.theme);
  app.registerOnThemeChangeHandler(dress);
  document.documentElement.dataset.frame = page.frameContext;
  if (speak(client.locale)) return;
  app.notifySuccess();
  const field = document.getElementById('code');
  const told = document.getElementById('found');
  if (field instanceof HTMLInputElement && told !== null) setUp(field, told);
}

/** Whether the page is asked for once more, in the client's language. */
function speak(locale: string): boolean {
  const wanted = locale.slice(0, 2).toLowerCase();
  const address = new URL(location.href);
  if (address.searchParams.has('lang') || !languages.split(' ').includes(wanted)) return false;
  if (document.documentElement.lang === wanted) return false;
  address.searchParams.set('lang', wanted);
  location.replace(address);
  return true;
}

/** Shows how many took part, and the result, as they are now; whoever reads with the keyboard is not led away. */
async function renew(): Promise<void> {
  const live = document.getElementById('live');
  if (live === null || document.hidden || live.contains(document.activeElement)) return;
  const answer = await ownFetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.getElementById('live');
  if (now !== null && now.innerHTML !== live.innerHTML) live.replaceWith(now);
}

void follow();
setInterval(() => void renew().catch(() => undefined), every);
