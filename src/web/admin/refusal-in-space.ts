import type { IncomingMessage } from 'node:http';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { html } from '#web/http/pages/html.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import type { HttpRefusal } from '#web/http/refuse.ts';
import { cookieIn } from '#web/http/request/cookies.ts';
import { frame } from './frame.ts';
import { wayFrom } from './way-from.ts';

interface SpaceParts extends Pick<Phrases, 'languages' | 'say'> {
  /** Where its files are; nothing while they are put together. */
  readonly addresses: () => Addresses | undefined;
  readonly now: () => string;
}

/** What the server itself refuses under the space, as a page of the space with the way back; nothing while that cannot be dressed. */
export function createSpaceRefusal({ languages, say: phrases, addresses, now }: SpaceParts) {
  return (request: IncomingMessage, refusal: HttpRefusal): string | undefined => {
    const dress = addresses();
    if (dress === undefined) return undefined;
    const { headers, url = '' } = request;
    const chosen = languages.find((one) => one === cookieIn(headers.cookie, 'langue'));
    const language = chosen ?? pageLanguage(headers['accept-language'], languages);
    const say = phrases(language);
    const told = ownWords(refusal);
    const title = say(told === undefined ? 'server.refused-page.title' : `refused.${told}.title`);
    const message = say(told === undefined ? `server.refused.${refusal}` : `refused.${told}.advice`);
    const body = html`<p>${message}</p>${wayFrom(url, say)}`;
    const visit = { language, languages, say, path: '/animation', params: {}, now: now() };
    return frame({ kind: 'page', title, body }, { ...visit, query: new URLSearchParams() }, undefined, dress);
  };
}

const own = ['too-large', 'method-not-allowed', 'not-found'] as const;
const ownWords = (refusal: HttpRefusal) => own.find((one) => one === refusal);
