import type { Catalogue, Domain } from '../catalogue/catalogue.ts';
import { examinedByDefault } from '../participant/examining.ts';
import type { Consultation } from './consultation.ts';

/** What of a catalogue a consultation takes. */
export type Uses = Pick<Consultation, 'trajectories' | 'languages' | 'kinds' | 'length'>;

/** The catalogue as far as a consultation uses it: asked for with the same wishes, the same object. */
export function inUse(
  catalogue: Catalogue,
  { trajectories, languages, kinds, length = 'usual' }: Uses,
): Catalogue {
  if (trajectories === undefined && languages === undefined && kinds === undefined && length === 'usual')
    return catalogue;
  const cut = cuts.get(catalogue) ?? new Map<string, Catalogue>();
  cuts.set(catalogue, cut);
  const key = JSON.stringify([trajectories, languages, kinds, length]);
  const known = cut.get(key);
  if (known !== undefined) return known;
  const kept = among(catalogue.languages, languages);
  const made: Catalogue = {
    ...catalogue,
    // A catalogue reworded since may have none of them left: then it is taken as it is.
    languages: kept.length > 0 ? kept : catalogue.languages,
    territories: among(catalogue.territories, kinds),
    domains: catalogue.domains.map((domain) => asLongAs(length, withThese(domain, trajectories))),
  };
  // A form being filled in tries many wishes.
  if (cut.size >= mostCuts) cut.clear();
  cut.set(key, made);
  return made;
}

const mostCuts = 200;
const cuts = new WeakMap<Catalogue, Map<string, Catalogue>>();

const among = (all: readonly string[], wanted: readonly string[] | undefined): readonly string[] =>
  wanted === undefined ? all : all.filter((id) => wanted.includes(id));

function withThese(domain: Domain, wanted: Uses['trajectories']): Domain {
  if (wanted === undefined) return domain;
  return { ...domain, trajectories: domain.trajectories.filter(({ id }) => wanted.includes(id)) };
}

/** Trajectories of a domain that a person examines in a consultation of this length. */
export const examinedAt = (length: Uses['length']): number =>
  length === undefined || length === 'usual' ? examinedByDefault : sizes[length].examines;

/** Trajectories that a person examines in a domain. */
const sizes = { short: { examines: 3 }, long: { examines: 6 } } as const;

/** Questions of a domain in a short consultation. */
const shortQuestions = 4;

function asLongAs(length: NonNullable<Uses['length']>, domain: Domain): Domain {
  if (length === 'usual') return domain;
  const { examines } = sizes[length];
  return {
    ...domain,
    questions: length === 'short' ? asShort(domain.questions) : domain.questions,
    examines,
  };
}

/** The first that everybody is asked and answers by a tap or two: no answer brings another, so that what is left is known. */
const asShort = (questions: Domain['questions']): Domain['questions'] =>
  questions
    .filter(({ kind, visibleIf }) => kind !== 'text' && visibleIf === undefined)
    .slice(0, shortQuestions);
