import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { CatalogueProblem } from '#catalogue/problem.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { type Workbench, workbench } from './workbench.ts';

/** A copy of the catalogue with a small interface in place of the real one. */
export function smallTalk(fr: string, en: string): Workbench {
  const bench = workbench();
  for (const [language, text] of Object.entries({ fr, en })) {
    bench.remove(`${language}/interface`);
    bench.write(`${language}/interface/talk.yaml`, text);
  }
  return bench;
}

export function phrasesOf({ folder }: Workbench): Phrases {
  const loaded = loadPhrases(folder);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.phrases;
}

export function phraseProblems({ folder }: Workbench): readonly CatalogueProblem[] {
  const loaded = loadPhrases(folder);
  return 'problems' in loaded ? loaded.problems : [];
}
