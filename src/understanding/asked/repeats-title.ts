import { repeated } from '../matching/exact.ts';
import type { Expected } from '../reading.ts';
import { tokenise } from '../words/tokens.ts';
import { vocabulary } from '../words/vocabulary.ts';

/** Whether a text is one of the answers as it stands, though it may sound like a question. */
export function repeatsTitle(text: string, expected: Expected): boolean {
  const titles = titlesOf(expected);
  return (
    titles.length > 0 && repeated(tokenise(text.trim().slice(0, longest)), vocabulary(titles)) !== undefined
  );
}

const longest = 200;

function titlesOf(expected: Expected): readonly string[] {
  if ('options' in expected) return expected.options.map(({ title }) => title);
  return expected.kind === 'scale' ? expected.points : [];
}
