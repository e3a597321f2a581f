import type { Participant } from '#domain/participant/participant.ts';
import { goOn, notice, say, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { domainOf, idOf, isDone, items, type QuestionnaireItem } from './items.ts';
import { leave, unfocused } from './leave.ts';
import { domainNamed, domains, findItem, isAskedNow, place } from './place.ts';

/** What may be changed: everything the person was asked and answered, in the order of the domains. */
export function listChanges(person: Participant, world: World): Turn {
  const done = answeredItems(person, world);
  if (done.length === 0 && person.profile === undefined)
    return goOn(person, world, notice('nothing-to-change'));
  return say(person, {
    label: 'help',
    of: 'changes',
    questions: done.flatMap((item) => answered(item, person)),
    trajectories: done.flatMap((item) => (item.at === 'trajectory' ? [item.trajectory.id] : [])),
  });
}

function answeredItems(person: Participant, world: World): readonly QuestionnaireItem[] {
  return domains(world).flatMap((domain) => items(domain, person).filter((item) => isDone(item, person)));
}

/** The place of what is to be changed in the list, as in "change 3"; nothing when that is not what was typed. */
export function numberedChange(typed: string, { words }: World): number | undefined {
  const [, word = '', place] = /^(.+) (\d{1,3})$/.exec(typed) ?? [];
  return words.get(word) === 'change' ? Number(place) : undefined;
}

/** Turns to the n-th of the list: first who the person is, then what they answered. */
export function turnToNth(n: number, person: Participant, world: World): Turn {
  if (person.profile !== undefined && n === 1) return goOn({ ...person, focus: { on: 'profile' } }, world);
  const item = answeredItems(person, world)[n - 2];
  return item === undefined ? listChanges(person, world) : turnTo(idOf(item), person, world);
}

function answered(item: QuestionnaireItem, person: Participant) {
  if (item.at !== 'question') return [];
  const answer = person.answers[item.question.id];
  return answer === undefined ? [] : [{ question: item.question.id, answer }];
}

/** Turns to the item with this id, to answer it anew. */
export function turnTo(id: string | undefined, person: Participant, world: World): Turn {
  const item = id === undefined ? undefined : findItem(id, person, world);
  if (item === undefined) return stale(person, world);
  // What is asked now may be looked at whole again.
  if (!isDone(item, person) && !isAskedNow(item, person, world)) return stale(person, world);
  return goOn({ ...person, focus: { on: item.at, id: idOf(item) } }, world);
}

/** To the item before this one in its domain; from the first item to the menu, and from there to what was said last. */
export function turnBack(person: Participant, world: World): Turn {
  const here = place(person, world);
  if (here.at === 'second-look') {
    if (!here.change) return goOn(unfocused(person), world);
    return goOn({ ...person, focus: { on: 'second-look', id: here.trajectory.id } }, world);
  }
  const isTurnedTo = here.at === 'profile' && person.profile !== undefined;
  if (here.at === 'titles' || here.at === 'proposal' || isTurnedTo) return goOn(unfocused(person), world);
  if (here.at === 'menu') return turnToLast(person, world);
  if (here.at !== 'question' && here.at !== 'trajectory') {
    return goOn(person, world, notice('nothing-to-go-back-to'));
  }
  // What was said of it first.
  if (here.at === 'trajectory' && here.details) return turnTo(idOf(here), person, world);
  const before = itemBefore(here, person, world);
  if (before === undefined) return goOn(leave(person), world);
  return goOn({ ...person, focus: { on: before.at, id: idOf(before) } }, world);
}

/** What was said last; before anything was, who they are. */
function turnToLast(person: Participant, world: World): Turn {
  const item = person.last === undefined ? undefined : findItem(person.last, person, world);
  if (item === undefined) return goOn({ ...person, focus: { on: 'profile' } }, world);
  return turnTo(idOf(item), { ...person, domain: domainOf(item) }, world);
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
