import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Device } from '#domain/participant/device.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Store } from '#store/store.ts';
import type { ChannelTurn } from '../wire.ts';
import type { Surroundings } from './surroundings.ts';

/** The channel by which people are told apart: Azure's Direct Line names its people itself, and ours are ours alone. */
export const channelOf = ({ activity, binding }: ChannelTurn): string =>
  binding === undefined && activity.channelId === 'directline' ? 'azure-directline' : activity.channelId;

/** What somebody is on: Teams, or what our own page says of it; other channels do not tell. */
export function deviceOf({ activity, binding }: ChannelTurn): Device | undefined {
  if (activity.channelId === 'msteams') return 'teams';
  return binding === undefined ? undefined : activity.device;
}

/** The key of whoever speaks, in one consultation. */
export const keyOf = (
  turn: ChannelTurn,
  { id }: Consultation,
  { keys }: Pick<Surroundings, 'keys'>,
): string => keys.participant(channelOf(turn), turn.activity.from.id, id);

/** The id of the participant that a key stands for: its own, unless a resume code led it to another. */
export async function holder(key: string, store: Store): Promise<string> {
  return (await store.load('link', key))?.participant ?? key;
}

/** The participant that a key stands for, if anything is kept of them. */
export async function heldBy(key: string, store: Store): Promise<Participant | undefined> {
  return store.load('participant', await holder(key, store));
}
