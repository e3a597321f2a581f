import type { Language } from '#domain/catalogue/language.ts';
import { whatOf } from '#wording/results/result-state.ts';
import { consultationNames } from '#wording/titles.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
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
  /** What its titles and marks are printed in. */
  readonly accent: string;
}

/** The report, the briefing and the slides of a result, as they name themselves; on each page, that it is provisional. */
export function metaOf(result: Result, paper: 'report' | 'briefing' | 'slides'): Meta {
  const { wording, at, kind } = result;
  const { title, controller } = consultationNames(wording);
  const name = wording.say(`report.paper.${paper}`);
  return {
    title: wording.say('report.document', { paper: name, title }),
    language: wording.language,
    author: controller,
    at,
    accent: paperAccent(wording.consultation),
    foot:
      kind === 'final'
        ? title
        : wording.say('report.foot-provisional', { title, state: whatOf(result, wording) }),
  };
}
