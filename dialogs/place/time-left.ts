import type { CatalogueText, Domain } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { examines } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { questionSeconds, trajectorySeconds } from '#scenario/coverage/minutes.ts';
import type { World } from '../world.ts';
import { domainOf, idOf, isDone, items, type QuestionnaireItem } from './items.ts';
import { domainNamed } from './place.ts';

/** Minutes to the end of the domain of what is asked now, in whole minutes from 1 up. */
export function minutesLeft(here: QuestionnaireItem, person: Participant, world: World): number {
  const domain = domainNamed(domainOf(here), world);
  if (domain === undefined) return 1;
  const text = textIn(world.catalogue, person.language);
  const all = items(domain, person);
  const open = all.filter((item) => idOf(item) === idOf(here) || !isDone(item, person));
  const seconds = open.map((item) =>
    item.at === 'question'
      ? questionSeconds(item.question, text)
      : trajectorySeconds([item.trajectory.id], text),
  );
  const total = seconds.reduce((sum, one) => sum + one, toCome(domain, all) * meanOf(domain, text));
  return Math.max(1, Math.round(total / 60));
}

/** Trajectories are drawn once the questions are answered: until then, as many are to come as anybody examines. */
const toCome = (domain: Domain, all: readonly QuestionnaireItem[]): number =>
  all.some(({ at }) => at === 'trajectory') ? 0 : examines(domain);

/** Seconds of a trajectory of a domain, on average; each turn asks for it. */
const meanOf = (domain: Domain, text: CatalogueText): number => meansIn(text)(domain);

const meansIn = onceEach((text: CatalogueText) =>
  onceEach(({ trajectories }: Domain) =>
    trajectorySeconds(
      trajectories.map(({ id }) => id),
      text,
    ),
  ),
);
