import { create } from '../find.ts';

/** Copies words for the person, and says whether it could. Browsers without TLS, and frames of other sites, have no clipboard to write to: the older way may do. */
export async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const line = create('textarea', 'unseen');
    line.textContent = words;
    document.body.append(line);
    if (line instanceof HTMLTextAreaElement) line.select();
    const done = document.execCommand('copy');
    line.remove();
    return done;
  }
}
