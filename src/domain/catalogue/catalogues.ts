import type { Consultation } from '../consultation/consultation.ts';
import { inUse, type Uses } from '../consultation/content/in-use.ts';
import { without } from '../consultation/without.ts';
import type { Catalogue } from './catalogue.ts';
import type { LanguagePack } from './language.ts';

/** An edition that is kept and that this release cannot make. */
export class EditionUnmade extends Error {
  override readonly name = 'EditionUnmade';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

type Held = Pick<Consultation, 'id' | 'catalogue'> & Uses;

/** The catalogues served side by side, the one shown to somebody who names none first. */
export interface Catalogues {
  readonly all: readonly [Catalogue, ...Catalogue[]];
  /** The languages that the program knows. */
  readonly packs: readonly LanguagePack[];
  /** The one that a consultation is held on, as far as it is in use there, over the judgements of its workshop where it has some. */
  of(consultation: Held): Catalogue;
  /** The same over the catalogue's own judgements. */
  asWritten(consultation: Held): Catalogue;
  /** The whole of an edition, one that was written for a consultation too. Throws EditionUnmade. */
  find(edition: string): Catalogue | undefined;
  /** Whether it is there; nothing is made for it. */
  has(edition: string): boolean;
  /** Those that a consultation may be held on: those served side by side and, last, the one written for it that it is held on. */
  offeredTo(consultation: Pick<Consultation, 'catalogue'>): readonly [Catalogue, ...Catalogue[]];
  /** Takes up an edition that was written for a consultation; it is made once somebody asks for it. */
  add(edition: string, make: () => Catalogue): void;
}

export function cataloguesOf(all: readonly [Catalogue, ...Catalogue[]]): Catalogues {
  const byEdition = new Map(all.map((catalogue) => [catalogue.edition, catalogue]));
  const unmade = new Map<string, () => Catalogue>();
  const find = (edition: string) => {
    const make = unmade.get(edition);
    if (make !== undefined) byEdition.set(edition, { ...make(), edition });
    unmade.delete(edition);
    return byEdition.get(edition);
  };
  const of = (consultation: Held) => {
    const { id, catalogue } = consultation;
    // Another node is of the next release already, and took the consultation on: this one goes on with the words that it has.
    const found = successor({ all, find }, catalogue);
    if (found === undefined)
      throw new Error(`Consultation ${id} is held on ${catalogue}, which is not served`);
    return inUse(found, consultation);
  };
  return {
    ...{ all, of, find },
    packs: (all.at(-1) ?? all[0]).packs,
    has: (edition) => byEdition.has(edition) || unmade.has(edition),
    asWritten: (consultation) => of(without(consultation, 'crossImpacts')),
    offeredTo({ catalogue }) {
      const held = all.some(({ edition }) => edition === catalogue) ? undefined : find(catalogue);
      return held === undefined ? all : [...all, held];
    },
    add(edition, make) {
      if (!byEdition.has(edition)) unmade.set(edition, make);
    },
  };
}

/**
 * The catalogue to hold a consultation on that was held on `edition`: that very one; else its version, reworded
 * since; else the latest of the same id. None when no catalogue of that id is served.
 */
export function successor(
  { all, find }: Pick<Catalogues, 'all' | 'find'>,
  edition: string,
): Catalogue | undefined {
  const { id, version } = partsOf(edition);
  const kin = all.filter((catalogue) => catalogue.id === id);
  return (
    find(edition) ??
    kin.find((catalogue) => catalogue.version === version) ??
    kin.toSorted((a, b) => byVersion(b.version, a.version))[0]
  );
}

function partsOf(edition: string): { id: string; version: string } {
  const [id = '', rest = ''] = edition.split('@');
  return { id, version: rest.split('+')[0] ?? '' };
}

/** Versions are three numbers, compared one after the other. */
const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
