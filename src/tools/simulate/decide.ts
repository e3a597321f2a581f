import { actionWith, answersIn, type Card, type CardButton, primary, said, submit } from './card.ts';
import { fill, liked, typedFor, typings } from './fill.ts';
import { opinion, type PersonaOpinion } from './opinion.ts';
import type { Persona } from './persona.ts';
import type { Rng } from './rng.ts';
import { type Speech, speech } from './speech.ts';

/** What a person has in front of them. */
export interface Scene {
  /** Of the last reply. */
  readonly label: string;
  readonly language: 'fr' | 'en';
  /** The last card with a way forward; it may be above the last reply. */
  readonly card?: Card;
  /** Turns taken so far. */
  readonly turns: number;
  /** Their last words were not understood, or were an aside: now they get on with it. */
  readonly focused: boolean;
}

/** What they do. */
export type PersonaAction =
  | { readonly does: 'type'; readonly text: string; readonly aside?: boolean }
  | { readonly does: 'tap'; readonly value: Record<string, unknown> }
  | { readonly does: 'leave'; readonly because: 'finished' | 'gave-up' };

/** What this person does next; the same person in the same scene with the same chance does the same. */
export function decide(person: Persona, scene: Scene, rng: Rng): PersonaAction {
  const words = speech[scene.language];
  if (person.leavesAt !== undefined && scene.turns >= person.leavesAt)
    return { does: 'leave', because: 'gave-up' };
  const { card } = scene;
  const forward = card && primary(card);
  if (card === undefined || forward === undefined) return { does: 'type', text: words.menu };
  const ending = end(person, scene, forward, words);
  if (ending !== undefined) return ending;
  return aside(person, scene, words, rng) ?? respond(person, scene, card, forward, words, rng);
}

/** Nothing is left to open: their own scenario, perhaps the group's, and goodbye. */
function end(
  person: Persona,
  { label }: Scene,
  forward: CardButton,
  words: Speech,
): PersonaAction | undefined {
  if (forward.data.act === 'open') return undefined;
  if (label === 'menu') return { does: 'type', text: words.myScenario };
  if (label === 'personal-scenario' && person.looksAtGroup) return { does: 'type', text: words.group };
  if (label === 'personal-scenario' || label === 'group-scenario')
    return { does: 'leave', because: 'finished' };
  return undefined;
}

const asking = (label: string) => label === 'question' || label === 'trajectory';

function aside(
  { mumbles, wanders }: Persona,
  { label, focused }: Scene,
  words: Speech,
  rng: Rng,
): PersonaAction | undefined {
  if (focused || !asking(label)) return undefined;
  if (rng.chance(mumbles)) return { does: 'type', text: rng.pick(words.unclear), aside: true };
  if (!rng.chance(wanders)) return undefined;
  const text = rng.chance(0.15) ? words.otherLanguage : rng.pick(words.asides);
  return { does: 'type', text, aside: true };
}

function respond(
  person: Persona,
  scene: Scene,
  card: Card,
  forward: CardButton,
  words: Speech,
  rng: Rng,
): PersonaAction {
  const declined = person.declinesProfile ? actionWith(card, 'decline', true) : undefined;
  if (declined !== undefined) return { does: 'tap', value: submit(declined, {}) };
  const passed = rng.chance(0.03) ? card.actions.find(({ data }) => data.none !== undefined) : undefined;
  if (passed !== undefined) return { does: 'tap', value: submit(passed, {}) };

  const trajectory = said(forward, 'trajectory');
  const held = trajectory === undefined ? undefined : opinion(person, trajectory);
  const unknown = held?.knows === false ? actionWith(card, 'none', 'dont-know') : undefined;
  if (unknown !== undefined) return { does: 'tap', value: submit(unknown, {}) };
  const { shares } = person;
  const filled = fill(card, {
    ...{ rng, speech: words, sparing: scene.focused, shares },
    ...(held && { opinion: held }),
  });
  const types = !scene.focused && rng.chance(person.types);
  const answer = answered(card, held, rng);
  if (answer !== undefined)
    return types
      ? { does: 'type', text: rng.pick(typings(answer.title)) }
      : { does: 'tap', value: submit(answer, filled) };
  const text = types ? typedFor(card, filled, words, rng) : undefined;
  if (text !== undefined) return { does: 'type', text };
  return { does: 'tap', value: submit(wayOn(card, forward, rng), filled) };
}

/** Where each answer is a button: the one that says what they think, or any; some are more liked than others. */
function answered(card: Card, held: PersonaOpinion | undefined, rng: Rng): CardButton | undefined {
  if (card.actions.some(({ style }) => style === 'positive')) return undefined;
  const all = answersIn(card);
  const meant = held && all.find(({ data }) => data.stance === `${held.stance}` && keeps(data.kept, held));
  return meant ?? liked(all, ({ data }) => `${data.value ?? data.roles}`, rng)[0];
}

const keeps = (kept: unknown, held: PersonaOpinion): boolean =>
  kept === undefined || kept === `${held.keeps}`;

/** At the menu some open a domain of their own choice. */
function wayOn({ actions }: Card, forward: CardButton, rng: Rng): CardButton {
  if (forward.data.act !== 'open' || !rng.chance(0.25)) return forward;
  return rng.pick(actions.filter(({ data }) => data.act === 'open')) ?? forward;
}
