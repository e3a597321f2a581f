import { longestRemark } from '#domain/participant/ballot.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';

/** A reply of which the beginning may be an answer, and the rest a sentence of one's own. */
interface Remark {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** What follows, as typed. */
  readonly text: string;
  /** All of it, as typed. */
  readonly whole: string;
}

/** The fewest words that make a remark. */
const fewest = 2;

/** "Très mauvaise idée, ma mère ne saura jamais s'en servir": what stands before the first pause, and what follows. */
export function remarkIn({
  tokens,
  text,
}: {
  readonly tokens: readonly Token[];
  readonly text: string;
}): Remark | undefined {
  const whole = text.trim();
  if (whole.length > longestRemark) return undefined;
  // A comma against the next word parts nothing: "4,5".
  const stop = tokens.findIndex((token, at) => at > 0 && isSilent(token) && tokens[at + 1]?.glued !== true);
  const after = stop < 0 ? [] : tokens.slice(stop + 1);
  if (!saysEnough(stop < 0 ? tokens : after)) return undefined;
  const pause = whole.search(/[,;:.!?…(\n–—](?=\s|$)|\(|\s-\s/);
  const rest =
    pause < 0
      ? ''
      : whole
          .slice(pause)
          .replace(/^[\s\p{P}]+/u, '')
          .replace(/[\s.]+$/, '');
  return { before: stop < 0 ? [] : tokens.slice(0, stop), after, text: rest === '' ? whole : rest, whole };
}

/** A number with its unit is none; "too expensive" is, though "too" means little elsewhere. */
function saysEnough(tokens: readonly Token[]): boolean {
  const heads = units(tokens).filter(({ head }) => /^\p{L}{2}/u.test(head)).length;
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1).length;
  const isCounted = tokens.some(({ kind }) => kind === 'number');
  return heads >= fewest || (heads > 0 && words >= fewest && !isCounted);
}
