import { type Card, type Input, primary } from './card.ts';
import type { PersonaOpinion } from './opinion.ts';
import { hash, type Rng } from './rng.ts';
import type { Speech } from './speech.ts';

/** How to fill a card in: an opinion of what it shows, if it asks for one; `sparing`: as little as will do. */
export interface Filling {
  readonly rng: Rng;
  readonly speech: Speech;
  readonly opinion?: PersonaOpinion;
  readonly sparing: boolean;
  /** Whether they let what they write be read. */
  readonly shares: boolean;
}

/** The inputs of a card filled in, by their ids; those left empty are absent, as a renderer leaves them out. */
export function fill({ inputs }: Card, filling: Filling): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const value = filling.opinion ? opined(input, filling, filling.opinion) : anything(input, filling);
      return value === undefined || value === '' ? [] : [[input.id, value]];
    }),
  );
}

/** An input about a trajectory, by what it asks for. */
function opined(input: Input, filling: Filling, opinion: PersonaOpinion): string | undefined {
  const { rng, speech } = filling;
  switch (input.id) {
    case 'stance':
      return stance(input, opinion);
    case 'horizon':
      return nth(choicesOf(input), opinion.when);
    case 'kept':
      return opinion.keeps ? input.valueOn : input.valueOff;
    case 'benefits':
      return benefits(input, opinion);
    case 'condition':
      return opinion.remarks && rng.chance(0.7) ? rng.pick(speech.conditions) : undefined;
    case 'concern':
      return opinion.remarks && rng.chance(0.4) ? rng.pick(speech.concerns) : undefined;
    default:
      return anything(input, filling);
  }
}

function stance(input: Input, { stance, knows }: PersonaOpinion): string | undefined {
  const unknown = input.choices.find(({ value }) => value === 'dont-know');
  if (!knows && unknown !== undefined) return unknown.value;
  return (
    input.choices.find(({ value }) => value === `${stance}`)?.value ?? nth(choicesOf(input), (stance + 2) / 4)
  );
}

function benefits(input: Input, { benefits, favourite }: PersonaOpinion): string {
  const from = Math.floor(favourite * input.choices.length);
  const wanted = Array.from(
    { length: benefits },
    (_, i) => input.choices[(from + i) % input.choices.length]?.value,
  );
  return wanted.filter((value) => value !== undefined).join(',');
}

/** Any valid answer. */
function anything(input: Input, { rng, speech, sparing, shares }: Filling): string | undefined {
  switch (input.type) {
    case 'Input.ChoiceSet': {
      const values = liked(input.choices, ({ value }) => `${input.id} ${value}`, rng).map(
        ({ value }) => value,
      );
      if (!input.isMultiSelect) return values[0];
      const count = sparing ? 1 : 1 + rng.below(2) + (rng.chance(0.15) ? 1 : 0);
      return values.slice(0, count).join(',');
    }
    case 'Input.Text':
      if (!input.isRequired && (sparing || rng.chance(0.3))) return undefined;
      return rng.pick(speech.sentences).slice(0, input.maxLength);
    case 'Input.Toggle':
      if (leaves.includes(input.id)) return shares ? input.valueOn : input.valueOff;
      return rng.chance(0.5) ? input.valueOn : input.valueOff;
    case 'Input.Number':
      return '3';
    case 'Input.Date':
      return '2030-06-01';
    case 'Input.Time':
      return '09:30';
  }
}

/** The inputs that let something be read: a person's way, never chance. */
const leaves = ['shared', 'unclear'];

/** Some things from the most liked, this time: some draw more people than others, and always the same ones. */
export function liked<One>(all: readonly One[], named: (one: One) => string, rng: Rng): One[] {
  const popular = all.toSorted((a, b) => hash(named(a)) - hash(named(b)));
  return popular
    .map((one, rank) => ({ one, wait: -Math.log(1 - rng.next()) * (rank + 1) ** 1.5 }))
    .sort((a, b) => a.wait - b.wait)
    .map(({ one }) => one);
}

/** The choices that say something. */
const choicesOf = ({ choices }: Input) => choices.filter(({ value }) => value !== 'dont-know');

const nth = (choices: readonly { readonly value: string }[], share: number) =>
  choices[Math.min(choices.length - 1, Math.floor(share * choices.length))]?.value;

/** What a person types to say what they would have filled in; nothing when the card asks for nothing that is typed. */
export function typedFor(
  card: Card,
  filled: Readonly<Record<string, string>>,
  words: Speech,
  rng: Rng,
): string | undefined {
  const [first] = card.inputs;
  const forward = primary(card);
  if (forward?.data.act === 'consent') return rng.pick(words.yes);
  if (first === undefined || forward?.data.act === 'profile') return undefined;
  const value = filled[first.id];
  if (rng.chance(0.06) || value === 'dont-know') return rng.pick(words.dontKnow);
  if (value === undefined) return undefined;
  if (first.type === 'Input.Text') return value;
  if (isScale(first)) return rng.pick(words.points)(Number(value));
  const titles = value.split(',').flatMap((one) => first.choices.filter((choice) => choice.value === one));
  const text = titles.map(({ title }) => title).join(words.and);
  return text === '' ? undefined : rng.pick(typings(text));
}

/** How people type the words of an answer. */
export const typings = (text: string): readonly [string, ...string[]] => [
  text,
  text.toLowerCase(),
  plain(text),
];

const isScale = ({ choices }: Input) =>
  choices.length === 5 && choices.every(({ value }, i) => value === `${i + 1}`);

/** As typed in haste: without accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
