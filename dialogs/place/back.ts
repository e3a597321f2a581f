import type { Participant } from '#domain/participant/participant.ts';
import { goOn, notice } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { leave, unfocused } from './leave.ts';
import { domainNamed, domainOf, idOf, items, place, type QuestionnaireItem } from './place.ts';

/** To the item before this one in its domain; from the first item to the menu. */
export function back(person: Participant, world: World): Turn {
  const here = place(person, world);
  if (here.at === 'titles') return goOn(unfocused(person), world);
  if (here.at !== 'question' && here.at !== 'trajectory') {
    return goOn(person, world, notice('nothing-to-go-back-to'));
  }
  const before = itemBefore(here, person, world);
  if (before === undefined) {
    return goOn(leave(person), world);
  }
  return goOn({ ...person, focus: { on: before.at, id: idOf(before) } }, world);
}

function itemBefore(
  here: QuestionnaireItem,
  person: Participant,
  world: World,
): QuestionnaireItem | undefined {
  const domain = domainNamed(domainOf(here), world);
  const all = domain ? items(domain, person) : [];
  return all[all.findIndex((item) => idOf(item) === idOf(here)) - 1];
}
