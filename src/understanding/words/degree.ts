import { lexicon } from './lexicon.ts';

/** How a word is meant: "pas du tout favorable" is `favorable` denied in full. */
export interface Degree {
  /** Denied ("pas", "sans"), or one of two set aside ("ni ... ni"). */
  readonly denied?: 'not' | 'neither';
  /** "peu", "pas très": little of it. */
  readonly low?: true;
  readonly strength?: 'slight' | 'mild' | 'strong' | 'full';
}

/** Finds the words that give a degree. */
export const degrees = lexicon<Degree>([
  [
    { denied: 'not' },
    `
    pas, aucun, aucune, sans, not, no, without, none of, ain’t, don’t, dont, doesn’t, isn’t, aren’t, can’t,
    cannot, won’t, wouldn’t, didn’t`,
  ],
  [{ denied: 'neither' }, 'ni, neither, nor'],
  [
    { denied: 'not', strength: 'full' },
    'pas du tout, absolument pas, vraiment pas, surtout pas, certainement pas, not at all, really not, certainly not, definitely not, absolutely not',
  ],
  [{ denied: 'not', strength: 'mild' }, 'plutôt pas, rather not, pas plutôt'],
  [
    { low: true },
    `
    peu, très peu, assez peu, plutôt peu, guère, pas très, pas trop, pas vraiment, pas si, pas tellement, pas
    franchement, pas très très, pas beaucoup, not very, not really, not so, not that, not too, not particularly,
    hardly, little, very little, barely`,
  ],
  [{ strength: 'slight' }, 'un peu, un petit peu, légèrement, slightly, a little, a bit, a little bit'],
  [{ strength: 'mild' }, 'plutôt, assez, relativement, rather, fairly, quite, somewhat, pretty'],
  [
    { strength: 'strong' },
    `
    très, tres tres, trés, fortement, beaucoup, bcp, énormément, grave, a lot, so much, vraiment, hautement, extrêmement, hyper, vachement, very, very very,
    really, highly, extremely, strongly, very much, particularly, particulièrement`,
  ],
  [
    { strength: 'full' },
    `
    tout à fait, totalement, complètement, entièrement, absolument, pleinement, à fond, du tout, at all,
    completely, totally, entirely, absolutely, fully`,
  ],
]);

/** Two degrees on one word: a denial or a "little" stays, the later strength wins. */
export function combine(one: Degree, other: Degree): Degree {
  const denied = one.denied === 'neither' ? 'neither' : (other.denied ?? one.denied);
  return { ...one, ...other, ...(denied && { denied }) };
}

/** Whether a degree turns a word round, so that the word alone would be misread. */
export function isTurned({ denied, low }: Degree): boolean {
  return denied !== undefined || low === true;
}

/**
 * How well a reply's degree fits a label's, 0 (not at all) to 3 (the same). Denials never mix: "peu favorable" is not
 * "favorable". A bare word is first itself, then the mild point ("d'accord": "plutôt d'accord"), then a strong one.
 */
export function closeness(reply: Degree, label: Degree): 0 | 1 | 2 | 3 {
  if (reply.denied !== label.denied || reply.low !== label.low) return 0;
  if (reply.strength === label.strength || (isStrong(reply) && isStrong(label) && !isTurned(reply))) return 3;
  if (reply.strength === undefined) return label.strength === 'mild' ? 2 : isStrong(label) ? 1 : 0;
  return reply.strength === 'mild' && label.strength === undefined ? 2 : 0;
}

const isStrong = ({ strength }: Degree) => strength === 'strong' || strength === 'full';
