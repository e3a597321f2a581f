import type { Language } from '#domain/catalogue/language.ts';
import type { Reading, Recognise } from '../reading.ts';
import { ask } from '../recogniser/ask.ts';
import type { Token } from '../words/tokens.ts';
import { isDoubtful, opening, verdict } from '../words/verdict.ts';
import { besideDontKnow } from './no-answer.ts';

/** Yes or no. A go-ahead must be plain: "pourquoi pas" and "oui, mais" are asked again. */
export async function readYesNo(
  text: string,
  tokens: readonly Token[],
  language: Language,
  recognise: Recognise,
): Promise<Reading> {
  const said = verdict(tokens);
  if (said === 'both') return { kind: 'unclear', reason: 'ambiguous' };
  if (said === undefined && besideDontKnow(tokens) !== undefined) return { kind: 'dont-know' };
  const clear = said ?? opening(tokens);
  if (clear !== undefined) return { kind: 'yes-no', value: clear === 'yes' };
  const value = isDoubtful(tokens) ? undefined : await recognised(text, language, recognise);
  return value === undefined ? { kind: 'unclear', reason: 'not-a-choice' } : { kind: 'yes-no', value };
}

/** What the recognizers make of it, in the person's language first. */
async function recognised(
  text: string,
  language: Language,
  recognise: Recognise,
): Promise<boolean | undefined> {
  const first = await ask(recognise, text, language);
  return first.yesNo ?? (await ask(recognise, text, language === 'fr' ? 'en' : 'fr')).yesNo;
}
