import { z } from 'zod';

/** How much a session may hold; texts in characters. */
export const roomBounds = {
  rounds: 60,
  notes: 200,
  question: 200,
  label: 40,
  note: 400,
  who: 80,
  when: 40,
  /** Devices that may answer in one round: more than any room holds, and no flood. */
  devices: 3_000,
} as const;

/** How long a vote may be open unless it is stopped, in seconds; without any, as long as the facilitator likes. */
export const timers = [30, 60, 120, 180, 300] as const;

const Label = z.string().min(1).max(roomBounds.label);

/** What the room is asked: a trajectory of the catalogue, or a question of the facilitator's own with five points, from one end to the other. */
export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trajectory'), trajectory: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('own'),
    question: z.string().min(1).max(roomBounds.question),
    labels: z.tuple([Label, Label, Label, Label, Label]),
  }),
]);
export type Subject = z.infer<typeof Subject>;

const People = z.int().min(0);

/** Five numbers of people, from the first point to the last. */
const Counts = z.tuple([People, People, People, People, People]);
export type Counts = z.infer<typeof Counts>;

/**
 * What may be told of one vote by `n` people. `few`: they are too few. `near`: so few answers keep it from what was shown before of
 * the same question that the difference would tell theirs.
 */
const VoteResult = z.discriminatedUnion('shown', [
  z.strictObject({ shown: z.literal('few'), n: People }),
  z.strictObject({ shown: z.literal('near'), n: People }),
  z.strictObject({ shown: z.literal('exact'), n: People, counts: Counts }),
]);
export type VoteResult = z.infer<typeof VoteResult>;

/**
 * How answers moved between both votes, as finely as the smallest group allows. `points`, `sides`: people by where they stood
 * (rows) and where they stand now (columns), five points or three sides; behind the last, those who answered the other vote alone.
 */
const Movement = z.discriminatedUnion('shown', [
  z.strictObject({ shown: z.literal('nothing') }),
  z.strictObject({ shown: z.literal('direction'), stayed: People, back: People, forth: People }),
  z.strictObject({ shown: z.enum(['sides', 'points']), flows: z.array(z.array(People)) }),
]);
export type Movement = z.infer<typeof Movement>;

/** `hidden`: no more answers, and nothing is shown yet. */
export const roundStates = ['waiting', 'open', 'hidden', 'revealed', 'closed'] as const;

export const Round = z.strictObject({
  id: z.string().min(1),
  subject: Subject,
  state: z.enum(roundStates),
  /** The second one is after the debate. */
  vote: z.union([z.literal(1), z.literal(2)]),
  /** When it takes no more answers by itself. */
  endsAt: z.iso.datetime().optional(),
  /** What was revealed: it stays when the votes are gone. */
  first: VoteResult.optional(),
  second: VoteResult.optional(),
  movement: Movement.optional(),
});
export type Round = z.infer<typeof Round>;

/** What the room decided, and who is to do what. */
export const RoomNote = z.strictObject({
  id: z.string().min(1),
  /** The round it came of; absent: of none. */
  round: z.string().optional(),
  text: z.string().min(1).max(roomBounds.note),
  who: z.string().min(1).max(roomBounds.who).optional(),
  when: z.string().min(1).max(roomBounds.when).optional(),
});
export type RoomNote = z.infer<typeof RoomNote>;

/** A session in a room, from its beginning to its end, with its rounds in the order in which they were asked. */
export const LiveSession = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** The consultation's code. */
  consultation: z.string().min(1),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  /** What devices' keys are hashed with; gone once it has ended: nobody's answers can be told from then on. */
  secret: z.string().min(1).optional(),
  /** Everything stands still since then, the timer too. */
  pausedAt: z.iso.datetime().optional(),
  rounds: z.array(Round).max(roomBounds.rounds),
  /** The round that the room is at; absent: none. */
  current: z.string().optional(),
  notes: z.array(RoomNote).max(roomBounds.notes),
});
export type LiveSession = z.infer<typeof LiveSession>;

/** A session that goes on still. */
export const isRunning = ({ endedAt }: Pick<LiveSession, 'endedAt'>): boolean => endedAt === undefined;
