import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { legalNames } from './legal-links.ts';

/** What the server tells the page's script, as JSON within the page. */
export interface ChatPageSettings {
  readonly consultation: string;
  /** The page opened by a facilitator's one-time link. */
  readonly facilitator: boolean;
  /** Opens a conversation, once, of which nothing is kept: somebody of the team tries the consultation. */
  readonly trial?: string;
  readonly language: Language;
  /** When the answers are erased, in milliseconds since 1970, where it is known: the browser keeps nothing longer. */
  readonly erasedAt?: number;
  readonly texts: Readonly<Record<Language, PageText>>;
}

/** The page's wording in one language, and what the consultation is called in it. */
export interface PageText extends ReturnType<typeof pageWords> {
  readonly title: string;
  readonly heading: string;
  readonly territory: string;
  /** How the page names the language (BCP 47), and in which direction it is written. */
  readonly tag: string;
  readonly direction: string;
  /** The language of what is set apart in it, for it has no words of its own for that. */
  readonly apart: string;
}

/** What the page itself says in one language; the client receives it whole, so that it can switch without a reload. */
export function pageWords(say: Say) {
  return {
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
    'signs-left': say('page.signs-left'),
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
    unsent: say('page.status.unsent'),
    refused: say('page.status.refused'),
    'too-long': say('page.status.too-long'),
    'no-invitation': say('page.status.no-invitation'),
    'used-invitation': say('page.status.used-invitation'),
    'no-consultation': say('page.status.no-consultation'),
    unkept: say('page.unkept.text'),
    'unkept-tab': say('page.unkept.tab'),
    'unkept-code': say('page.unkept.code'),
    'unkept-facilitator': say('page.unkept.facilitator'),
    listen: say('page.listen'),
    quiet: say('page.quiet'),
    'unkept-words': say('page.unkept.words'),
    earlier: say('page.earlier'),
    erased: say('page.emptied.erased'),
    'erased-what': say('page.emptied.erased-what'),
    left: say('page.emptied.left'),
    'left-what': say('page.emptied.left-what'),
    again: say('page.emptied.again'),
    'copy-code': say('page.take-up.copy-code'),
    'copy-link': say('page.take-up.copy-link'),
    leave: say('page.take-up.leave'),
    'take-up': say('page.take-up.title'),
    'take-up-what': say('page.take-up.what'),
    'take-up-go': say('page.take-up.go'),
    join: say('page.join'),
    ...{ privacy: say(legalNames.privacy), notice: say(legalNames.notice) },
    ...{ accessibility: say(legalNames.accessibility), legal: say('legal.links') },
    share: say('share.button'),
    told: say('mail.ask.title'),
    copied: say('page.take-up.copied'),
  };
}
