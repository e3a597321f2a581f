import type { Catalogue, CrossImpacts, Domain } from '../../catalogue/catalogue.ts';
import { onceEach } from '../../in-memory/once-each.ts';
import { remarkQuestion } from '../../paper/remark-question.ts';
import { examinedByDefault } from '../../participant/examining.ts';
import type { Consultation } from '../consultation.ts';
import { withJudgements } from './with-judgements.ts';

/** What of a catalogue a consultation takes. */
export type Uses = Pick<Consultation, 'trajectories' | 'languages' | 'kinds' | 'length' | 'crossImpacts'>;

/** The catalogue as far as a consultation uses it: asked for with the same wishes and judgements, the same object. */
export function inUse(catalogue: Catalogue, wishes: Uses): Catalogue {
  const { trajectories, languages, kinds, length = 'usual', crossImpacts } = wishes;
  const wanted = [trajectories, languages, kinds];
  if (crossImpacts !== undefined) return judged({ ...wishes, crossImpacts }, catalogue);
  if (wanted.every((one) => one === undefined) && length === 'usual') return catalogue;
  // A consultation that is asked for at each turn is the same object each time.
  const same = sameOf(catalogue);
  const before = same.get(wishes);
  if (before !== undefined) return before;
  const made = alike(catalogue, wishes, [...wanted, length]);
  same.set(wishes, made);
  return made;
}

const sameOf = onceEach((_: Catalogue) => new WeakMap<Uses, Catalogue>());

function alike(catalogue: Catalogue, wishes: Uses, wanted: readonly unknown[]): Catalogue {
  const { trajectories, languages, kinds, length = 'usual' } = wishes;
  const cut = cuts.get(catalogue) ?? new Map<string, Catalogue>();
  cuts.set(catalogue, cut);
  const key = JSON.stringify(wanted);
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

/** The same over a workshop's judgements: kept as long as they are, for they are too many to be compared at each turn. */
function judged(
  { crossImpacts, ...wishes }: Uses & { readonly crossImpacts: CrossImpacts },
  catalogue: Catalogue,
): Catalogue {
  const used = inUse(catalogue, wishes);
  const known = overJudgements.get(crossImpacts);
  if (known?.used === used) return known.made;
  const made = withJudgements(used, crossImpacts);
  overJudgements.set(crossImpacts, { used, made });
  return made;
}

const overJudgements = new WeakMap<CrossImpacts, { readonly used: Catalogue; readonly made: Catalogue }>();

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
  const remark = remarkQuestion(domain);
  return {
    ...domain,
    ...(length === 'short' && remark !== undefined && { remark }),
    questions: length === 'short' ? asShort(domain.questions) : domain.questions,
    examines,
  };
}

/** The first that everybody is asked and answers by a tap or two: no answer brings another, so that what is left is known. */
const asShort = (questions: Domain['questions']): Domain['questions'] =>
  questions
    .filter(({ kind, visibleIf }) => kind !== 'text' && visibleIf === undefined)
    .slice(0, shortQuestions);
