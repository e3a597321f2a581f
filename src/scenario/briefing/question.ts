import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Criterion, Horizon } from '#domain/participant/ballot.ts';

/** So many people stand behind a share, 0..1. */
interface Of {
  readonly share: number;
  readonly n: number;
}

interface About {
  readonly domain: DomainId;
  readonly trajectory: string;
}

/** Something worth talking over, and the facts that it is drawn from. */
export type DebateQuestion =
  /** Wished for by some, refused by others. */
  | (About & { readonly kind: 'contested'; readonly support: Of; readonly opposition: Of })
  /** Refused by most of one opinion group, and by few of the others. */
  | (About & {
      readonly kind: 'group-refuses';
      readonly group: number;
      readonly inside: number;
      readonly outside: number;
    })
  /** The orientation that a domain prefers is not the one that holds together with the others. */
  | {
      readonly kind: 'tension';
      readonly domain: DomainId;
      readonly favourite: string;
      readonly chosen: string;
    }
  /** Wished for, but kept by few. */
  | (About & { readonly kind: 'little-kept'; readonly support: Of; readonly kept: Of })
  /** Wished for, but expected late or never. */
  | (About & { readonly kind: 'late'; readonly support: Of; readonly median: Horizon })
  /** Wished for, with very different expectations of when. */
  | (About & { readonly kind: 'spread'; readonly n: number; readonly q1: Horizon; readonly q3: Horizon })
  | (About & { readonly kind: 'unknown'; readonly unsure: Of })
  /** Two benefits are named nearly as often as each other. */
  | (About & {
      readonly kind: 'benefits';
      readonly first: Criterion;
      readonly second: Criterion;
      readonly named: readonly [Of, Of];
    })
  /** Two chosen orientations of different domains help one another. */
  | { readonly kind: 'synergy'; readonly domain: DomainId; readonly from: string; readonly to: string }
  /** Nobody, or too few, examined it; `whole`: nothing of its domain. */
  | (About & { readonly kind: 'unexamined'; readonly whole: boolean })
  /** Wished for by most, and nothing else stands out about it. */
  | (About & { readonly kind: 'agreed'; readonly support: Of })
  /** Neither wished for nor refused by most. */
  | (About & { readonly kind: 'undecided'; readonly support: Of; readonly opposition: Of })
  /** Refused by nearly all. */
  | (About & { readonly kind: 'set-aside'; readonly opposition: Of });
