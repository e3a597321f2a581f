import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { contentPolicy } from '#web/http/security-headers.ts';
import { chatPage } from './chat-page.ts';

interface TrialPageParts extends Pick<Phrases, 'languages' | 'packs' | 'say'> {
  readonly assets: Promise<Assets>;
  readonly publicUrl: () => string;
}

/** The chat page of a consultation that somebody of the team tries: in a frame of the space alone. */
export const createTrialPage =
  ({ assets, publicUrl, ...phrases }: TrialPageParts) =>
  async (consultation: Consultation, wanted: Language, trial: string) => {
    const made = await assets;
    const languages = phrases.languages.filter((one) => consultation.languages?.includes(one) ?? true);
    const language = languages.includes(wanted) ? wanted : consultation.language;
    const page = { ...phrases, languages, language, consultation, trial, facilitator: false };
    const html = chatPage({ ...page, assets: made, publicUrl: publicUrl() });
    const { source: style } = made.within.style;
    const setting = { frameAncestors: ['self'], publicUrl: publicUrl() };
    return { html, policy: contentPolicy(setting, { script: '', style }) };
  };
