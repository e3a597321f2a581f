import { z } from 'zod';
import { converse } from '#dialogs/converse.ts';
import type { Effect, World } from '#dialogs/world.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';

/** What a person does: words as they type them, or a card's button with its inputs, or opening the page. */
const Deed = z.union([
  z.string(),
  z.strictObject({ press: z.record(z.string(), z.unknown()) }),
  /** Sends the form of a new consultation, well filled in but for these. */
  z.strictObject({ fills: z.record(z.string(), z.string()) }),
  z.literal('(opens)'),
  /** Words that were sent while this was the last thing asked, of what they had in sight. */
  z.strictObject({ says: z.string(), asked: z.string() }),
]);

/** What comes back: a label alone, or the facts that matter of a reply. */
const Expected = z.union([z.string(), z.record(z.string(), z.unknown())]);

export const Transcript = z.strictObject({
  story: z.string(),
  language: z.enum(['fr', 'en']).optional(),
  facilitator: z.boolean().optional(),
  creates: z.boolean().optional(),
  /** The group has a result to show. */
  result: z.boolean().optional(),
  now: z.string().optional(),
  closed: z.boolean().optional(),
  /** What else differs of the consultation. */
  consultation: z.record(z.string(), z.unknown()).optional(),
  /** What the person has said already. */
  from: z.record(z.string(), z.unknown()).optional(),
  turns: z.array(
    z.strictObject({
      person: Deed,
      bot: z.array(Expected),
      /** Facts of the participant after the turn. */
      leaves: z.record(z.string(), z.unknown()).optional(),
      /** What the participant does not hold after the turn: paths such as `answers.a.shared`. */
      lacks: z.array(z.string()).optional(),
      /** What is left to do outside: its name, or the facts that matter of it. */
      effect: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
    }),
  ),
});
export type Transcript = z.infer<typeof Transcript>;

/** What happened in one turn, beside what the story says should. */
export interface Played {
  readonly said: string;
  readonly replies: readonly Reply[];
  readonly participant: Participant;
  readonly effect: Effect | undefined;
  readonly turn: Transcript['turns'][number];
}

/** Plays a story from its first turn to its last, with no server: yields each turn as it happened. */
export async function* play(story: Transcript, start: Participant, world: World): AsyncGenerator<Played> {
  let person = start;
  for (const turn of story.turns) {
    const { participant, replies, effect } = await converse(person, eventOf(turn.person), world);
    person = { ...participant, version: participant.version + 1 };
    yield { said: JSON.stringify(turn.person), replies, participant, effect, turn };
  }
}

function eventOf(deed: Transcript['turns'][number]['person']): Event {
  if (deed === '(opens)') return { kind: 'joined' };
  if (typeof deed === 'string') return { kind: 'text', text: deed };
  if ('says' in deed) return { kind: 'text', text: deed.says, asked: deed.asked };
  return { kind: 'submit', value: 'press' in deed ? deed.press : { ...wellFilled, ...deed.fills } };
}

const wellFilled = {
  ...{ act: 'create', code: 'k7p2', title: 'Ici', territory: 'Ici', domains: 'mobility' },
  ...{ language: 'fr', minGroup: '11' },
};
