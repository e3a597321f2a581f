import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';

/** What the server tells the page's script, as JSON within the page. */
export interface ChatPageSettings {
  readonly consultation: string;
  /** The page opened by a facilitator's one-time link. */
  readonly facilitator: boolean;
  readonly language: Language;
  readonly texts: Readonly<Record<Language, PageText>>;
}

/** The page's wording in one language, and what the consultation is called in it. */
export interface PageText extends ReturnType<typeof pageWords> {
  readonly title: string;
  readonly heading: string;
  readonly territory: string;
}

/** What the page itself says in one language; the client receives it whole, so that it can switch without a reload. */
export function pageWords(say: Say) {
  return {
    name: say('page.name'),
    skip: say('page.skip'),
    conversation: say('page.conversation'),
    preparing: say('page.preparing'),
    reply: say('page.reply'),
    placeholder: say('page.placeholder'),
    send: say('page.send'),
    words: say('page.words'),
    'other-language': say('page.other-language'),
    newer: say('page.newer'),
    more: say('page.more'),
    you: say('page.you'),
    assistant: say('page.assistant'),
    writing: say('page.writing'),
    menu: say('page.word.menu'),
    'my-scenario': say('page.word.my-scenario'),
    group: say('page.word.group'),
    help: say('page.word.help'),
    offline: say('page.status.offline'),
    back: say('page.status.back'),
    busy: say('page.status.busy'),
    failed: say('page.status.failed'),
    anew: say('page.status.anew'),
    refused: say('page.status.refused'),
    'too-long': say('page.status.too-long'),
    'no-invitation': say('page.status.no-invitation'),
    'used-invitation': say('page.status.used-invitation'),
    'no-consultation': say('page.status.no-consultation'),
    unkept: say('page.unkept.text'),
    'unkept-tab': say('page.unkept.tab'),
    'unkept-code': say('page.unkept.code'),
    'unkept-facilitator': say('page.unkept.facilitator'),
    join: say('page.join'),
    privacy: say('legal.privacy.heading'),
  };
}
