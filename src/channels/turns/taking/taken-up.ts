import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { TurnInput } from '../surroundings.ts';

/** What the other devices of a person are told when their place was taken up on a new one. */
export const takenUp: Reply = { label: 'notice', about: 'taken-up' };

type Device = Pick<TurnInput, 'key' | 'reference'>;

/** Whether the device of a turn is still to be told; where its conversation can be reached, it was told there or not. */
export const isToBeTold = ({ untold = [] }: Participant, { key, reference }: Device): boolean =>
  untold.includes(key) && (reference === undefined || untold.includes(reference));

/** The person, once the device of a turn was told. */
export const told = (person: Participant, { key, reference }: Device): Participant =>
  without(person, new Set(reference === undefined ? [key] : [key, reference]));

/** The person with fewer devices to tell. */
export function without(person: Participant, done: ReadonlySet<string>): Participant {
  const { untold, ...rest } = person;
  const left = untold?.filter((id) => !done.has(id)) ?? [];
  if (untold === undefined || left.length === untold.length) return person;
  return left.length === 0 ? rest : { ...rest, untold: left };
}
