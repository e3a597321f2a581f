import { type Grain, peopleCount, spelled, viewCount } from './numbers.ts';
import type { Wording } from './wording.ts';

/** A share, 0..1, of n people. */
export interface ShareOfPeople {
  readonly share: number;
  readonly n: number;
}

/** Of so many people or fewer, the number itself is said, not tenths. */
export const few = 10;

/** Who the people are that a share is of: those who gave a stance, or all who examined it. */
type Whom = 'voices' | 'examined';

/**
 * A share as it is said: exact for fewer than ten people, else in tenths, never rounded to none or all. How many people it is of stands
 * beside it, or is said by `peopleOf`.
 */
export function people({ share, n }: ShareOfPeople, grain: Grain, wording: Wording): string {
  const { say } = wording;
  const inTenths = (key: 'about' | 'of', count: number, of: number) =>
    say(`card.share.${key}`, { count, said: spelled(count, wording), of: spelled(of, wording) });
  const tenths = Math.round(share * 10);
  if (grain === 'coarse') {
    if (tenths <= 1) return say('card.share.about-one');
    return tenths >= 9 ? say('card.share.about-nine') : inTenths('about', tenths, 10);
  }
  const count = Math.round(share * n);
  if (count === 0) return say('card.share.none');
  if (count === n) return say('card.share.all', { n, said: spelled(n, wording) });
  if (n < 10) return inTenths('of', count, n);
  if (tenths === 0) return say('card.share.under-one');
  if (tenths === 10) return say('card.share.over-nine');
  return inTenths(count * 10 === tenths * n ? 'of' : 'about', tenths, 10);
}

/** The same with its denominator: "les 24 personnes qui ont donné un avis", "trois des sept personnes qui l'ont examinée". */
export function peopleOf(of: ShareOfPeople, whom: Whom, grain: Grain, wording: Wording): string {
  const { say } = wording;
  const { share, n } = of;
  const said = people(of, grain, wording);
  if (grain === 'coarse') {
    return say(`card.share.${whom}.coarse`, { people: said, views: roughly(n, whom, wording) });
  }
  const count = Math.round(share * n);
  const facts = { n, all: spelled(n, wording), count, said: spelled(count, wording), people: said };
  if (count === 0) return say(`card.share.${whom}.none`, facts);
  if (count === n) return say(`card.share.${whom}.all`, facts);
  return say(`card.share.${whom}.${n <= few ? 'few' : 'some'}`, facts);
}

/** Of how many people several shares are, said after them: "parmi les 24 qui ont donné un avis". */
export function among(n: number, whom: Whom, grain: Grain, wording: Wording): string {
  const { say } = wording;
  return grain === 'exact'
    ? say(`card.share.${whom}.among`, { n, all: spelled(n, wording) })
    : say(`card.share.${whom}.among-about`, { views: roughly(n, whom, wording) });
}

/** How many views, or people who examined something, there are about. */
const roughly = (n: number, whom: Whom, wording: Wording): string =>
  whom === 'voices' ? viewCount(n, 'coarse', wording) : peopleCount(n, 'coarse', wording);

/** A share (0..1) in a column or at the end of a bar: "62 %"; coarsely "environ 6 sur 10", never none or all. */
export const shareInShort = (share: number, grain: Grain, { say }: Wording): string =>
  grain === 'exact'
    ? say('results.percent', { share: percent(share) })
    : say('reading.short.tenths', { tenths: Math.min(9, Math.max(1, Math.round(share * 10))) });

/** A share (0..1) in per cent, without digits after the point. */
export const percent = (share: number): number => Math.round(share * 100);

/** Van der Eijk's A in words. */
export function agreement(a: number, { say }: Wording): string {
  if (a >= 0.6) return say('card.agreement.strong');
  if (a >= 0.3) return say('card.agreement.fair');
  return a >= 0 ? say('card.agreement.weak') : say('card.agreement.opposed');
}
