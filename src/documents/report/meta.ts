import { about } from '#cards/parts/about.ts';
import type { Language } from '#domain/catalogue/language.ts';
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
export function metaOf({ view, at }: Result, paper: 'report' | 'briefing'): Meta {
  const { title, controller } = about(view);
  const name = paper === 'report' ? view.say('report.name') : view.say('briefing.name');
  return {
    title: view.say('report.document', { paper: name, title }),
    language: view.language,
    author: controller,
    at,
    foot: title,
  };
}
