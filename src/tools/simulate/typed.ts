import { type Card, type Input, primary } from './card.ts';
import type { Rng } from './rng.ts';
import type { Speech } from './speech.ts';

/** What a person types to say what they would have filled in; nothing when the card asks for nothing that is typed. */
export function typed(
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
  return text === '' ? undefined : rng.pick([text, text.toLowerCase(), plain(text)]);
}

const isScale = ({ choices }: Input) =>
  choices.length === 5 && choices.every(({ value }, i) => value === `${i + 1}`);

/** As typed in haste: without accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
