import type { Consultation } from '../consultation.ts';
import { without } from '../without.ts';
import type { UsualInformation } from './information.ts';
import { type Part, unchanged } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/**
 * A consultation's own information follows its settings where it says them in the program's words: each paragraph that was kept as it
 * came says what the settings say now. What was rewritten stays as it is.
 */
export function followingInformation(
  before: Consultation,
  after: Consultation,
  given: ConsultationSettings,
  usual: UsualInformation,
): Part {
  const own = after.information;
  // Whoever writes the text at the same time has the last word.
  if (own === undefined || given.information !== undefined) return unchanged;
  const [was, is] = [without(before, 'information'), without(after, 'information')];
  const followed = Object.entries(own).map(([language, text]) => [
    language,
    replaced(text, paragraphs(usual(was, language)), paragraphs(usual(is, language))),
  ]);
  return { changed: { information: Object.fromEntries(followed) }, drop: [], problems: [] };
}

const paragraphs = (text: string): readonly string[] => text.split(/\n{2,}/).map((one) => one.trim());

function replaced(text: string, before: readonly string[], after: readonly string[]): string {
  // Nothing tells which paragraph stands for which.
  if (before.length !== after.length) return text;
  const now = new Map(before.map((one, i) => [one, after[i] ?? one]));
  return paragraphs(text)
    .map((one) => now.get(one) ?? one)
    .join('\n\n');
}
