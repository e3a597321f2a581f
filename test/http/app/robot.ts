import { type Input, primary } from '#src/tools/simulate/card.ts';
import type { Exchange, Person } from './person.ts';

/** A valid value for every input, by their ids. */
export function filled(inputs: readonly Input[], nth = 0): Record<string, string> {
  return Object.fromEntries(inputs.map((input) => [input.id, answerTo(input, nth)]));
}

/** Goes on by the way forward of each card, every input filled in, until `there` says so. */
export async function goOn(
  person: Person,
  there: (exchange: Exchange) => boolean,
  longest = 150,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (let turn = 0; turn < longest; turn++) {
    const forward = person.card && primary(person.card, turn);
    if (person.card === undefined || forward === undefined) throw new Error('No way forward is in sight');
    const exchange = await person.tap(forward, filled(person.card.inputs, turn));
    exchanges.push(exchange);
    if (there(exchange)) return exchanges;
  }
  throw new Error(`Still going after ${longest} turns, at ${exchanges.at(-1)?.labels}`);
}

/** Whether a domain is at its end: what the person keeps so far is shown, or the menu where that is nothing. */
export const isDomainDone = ({ labels }: Pick<Exchange, 'labels'>): boolean =>
  labels.includes('personal-scenario') || labels.includes('menu');

function answerTo(input: Input, nth: number): string {
  switch (input.type) {
    case 'Input.ChoiceSet': {
      const values = input.choices.map(({ value }) => value);
      const first = values[nth % values.length] ?? '';
      return input.isMultiSelect ? [first, values[(nth + 1) % values.length]].join(',') : first;
    }
    case 'Input.Toggle':
      return input.valueOn;
    case 'Input.Date':
      return '';
    default:
      return 'À condition que ce soit simple & <b>gratuit</b>'.slice(0, input.maxLength);
  }
}
