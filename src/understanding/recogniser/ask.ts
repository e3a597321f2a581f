import type { Language } from '#domain/catalogue/language.ts';
import type { Recognise, Recognised } from '../reading.ts';

/** The recognizers' cost grows exponentially with the words of a number: they see no text longer than this. */
const longest = { characters: 40, words: 8 } as const;

/** Asks the recognizers about a short text, with plain quotes and spaces; a longer text is not recognised at all. */
export async function ask(recognise: Recognise, text: string, language: Language): Promise<Recognised> {
  if (text.length > 4 * longest.characters) return { numbers: [] };
  const plain = text
    .replace(/[‘’‛ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  const isShort = plain.length <= longest.characters && plain.split(' ').length <= longest.words;
  return isShort ? recognise(plain, language) : { numbers: [] };
}
