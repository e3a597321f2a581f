import type { Catalogue, Domain } from '../catalogue/catalogue.ts';
import type { Participant } from './participant.ts';

type Prints = Catalogue['prints'];

export interface UpToDate {
  readonly person: Participant;
  /** What the change means to this person; absent when it touches nothing of theirs. */
  readonly changed?: { readonly toConfirm: number };
}

/**
 * Takes a person on to the present edition of their catalogue. What they said stays, whatever became of it: what was
 * reworded is to be confirmed, what is new is asked, what was removed is asked no more and stays in their data.
 * `before`: what the edition they answered said; without it nothing can be compared, and nothing is asked twice.
 */
export function upToDate(person: Participant, catalogue: Catalogue, before: Prints | undefined): UpToDate {
  if (person.catalogue === catalogue.edition) return { person };
  const { prints, edition } = catalogue;
  const said = answered(person);
  const reworded = said.filter(
    (id) => id in prints && before?.[id] !== undefined && before[id] !== prints[id],
  );
  const toConfirm = [...new Set([...(person.toConfirm ?? []), ...reworded])].filter((id) => id in prints);
  const { toConfirm: _, ...rest } = person;
  const moved: Participant = {
    ...rest,
    catalogue: edition,
    examining: listsThatHold(person, prints),
    ...(toConfirm.length > 0 && { toConfirm }),
  };
  const touched =
    reworded.length > 0 || said.some((id) => isGone(id, before, prints)) || hasNew(person, catalogue, before);
  return touched ? { person: moved, changed: { toConfirm: toConfirm.length } } : { person: moved };
}

/** Passing over something says nothing of it, so that there is nothing to confirm. */
function answered({ answers, ballots }: Participant): string[] {
  return [
    ...Object.entries(answers).flatMap(([id, answer]) => (answer.kind === 'skipped' ? [] : [id])),
    ...Object.entries(ballots).flatMap(([id, ballot]) => (ballot === 'skipped' ? [] : [id])),
  ];
}

const isGone = (id: string, before: Prints | undefined, now: Prints): boolean =>
  before?.[id] !== undefined && !(id in now);

/** A question that was not there, in a domain they have begun. */
function hasNew({ answers }: Participant, { domains }: Catalogue, before: Prints | undefined): boolean {
  if (before === undefined) return false;
  const begun = ({ questions }: Domain) => questions.some(({ id }) => id in answers);
  return domains.filter(begun).some(({ questions }) => questions.some(({ id }) => !(id in before)));
}

/** A list to examine that names what is gone is drawn anew; those that hold stay as they were drawn. */
function listsThatHold({ examining = {} }: Participant, prints: Prints): Participant['examining'] {
  return Object.fromEntries(
    Object.entries(examining).filter(([, list]) => list?.every(({ id }) => id in prints)),
  );
}
