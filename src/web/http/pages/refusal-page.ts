import { type Spoken, wordPage } from './word-page.ts';

export interface Refused {
  /** What was asked for, from the site's root. */
  readonly path: string;
  readonly isMissing: boolean;
  /** Why, in a sentence. */
  readonly message: string;
}

/** Says to somebody with a browser why there is no page, and where to go on. */
export function refusalPage({ path, isMissing, message }: Refused, spoken: Spoken): string {
  const { say } = spoken;
  const title = say(isMissing ? 'page.missing.title' : 'server.refused-page.title');
  const isSpace = /^\/+animation(\/|$)/.test(path);
  return wordPage(
    {
      ...{ title, windowTitle: say('page.title', { consultation: title }) },
      lines: [message, ...(isMissing ? [say('page.missing.advice')] : [])],
      way: isSpace
        ? { to: '/animation', name: say('server.refused-page.space') }
        : { to: '/', name: say('page.missing.other') },
    },
    spoken,
  );
}
