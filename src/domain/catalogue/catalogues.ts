import type { Consultation } from '../consultation/consultation.ts';
import { inUse, type Uses } from '../consultation/in-use.ts';
import { without } from '../consultation/without.ts';
import type { Catalogue } from './catalogue.ts';

type Held = Pick<Consultation, 'id' | 'catalogue'> & Uses;

/** The catalogues served side by side, the one shown to somebody who names none first. */
export interface Catalogues {
  readonly all: readonly [Catalogue, ...Catalogue[]];
  /** The one that a consultation is held on, as far as it is in use there, over the judgements of its workshop where it has some. */
  of(consultation: Held): Catalogue;
  /** The same over the catalogue's own judgements. */
  asWritten(consultation: Held): Catalogue;
}

export function cataloguesOf(all: readonly [Catalogue, ...Catalogue[]]): Catalogues {
  const byEdition = new Map(all.map((catalogue) => [catalogue.edition, catalogue]));
  const of = (consultation: Held) => {
    const { id, catalogue } = consultation;
    const found = byEdition.get(catalogue);
    if (found === undefined)
      throw new Error(`Consultation ${id} is held on ${catalogue}, which is not served`);
    return inUse(found, consultation);
  };
  return { all, of, asWritten: (consultation) => of(without(consultation, 'crossImpacts')) };
}

/**
 * The catalogue to hold a consultation on that was held on `edition`: that very one; else its version, reworded
 * since; else the latest of the same id. None when no catalogue of that id is served.
 */
export function successor({ all }: Catalogues, edition: string): Catalogue | undefined {
  const { id, version } = partsOf(edition);
  const kin = all.filter((catalogue) => catalogue.id === id);
  return (
    kin.find((catalogue) => catalogue.edition === edition) ??
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
