import type { Language } from '#domain/catalogue/language.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Result } from '../result.ts';

/** What a paper says of itself beside its blocks. */
export interface Meta {
  readonly title: string;
  readonly language: Language;
  /** Who is responsible for it. */
  readonly author: string;
  /** When the result was released, an ISO time: the same result gives the same bytes. */
  readonly at: string;
  /** What stands at the foot of each page, beside its number. */
  readonly foot: string;
}

/** The report and the briefing of a result, as they name themselves. */
export function metaOf({ wording, at }: Result, paper: 'report' | 'briefing'): Meta {
  const { title, controller } = consultationNames(wording);
  const name = paper === 'report' ? wording.say('report.name') : wording.say('briefing.name');
  return {
    title: wording.say('report.document', { paper: name, title }),
    language: wording.language,
    author: controller,
    at,
    foot: title,
  };
}
