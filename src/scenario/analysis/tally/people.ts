/** One person as the tally holds them. */
export interface Entry {
  /** In milliseconds. */
  readonly castAt: number;
  /** What they said of themselves: a number of the tally's own. */
  readonly profile: number;
  /** One packed ballot a trajectory, 0 where they gave none. */
  readonly ballots: Uint16Array;
}

interface Block {
  readonly castAt: Float64Array;
  readonly profile: Uint16Array;
  readonly ballots: Uint16Array;
}

const size = 1_024;

/** Everyone's ballots, in blocks of columns: two bytes a trajectory and some ten a person, beside their id. */
export interface People {
  /** Ballots a person. */
  readonly width: number;
  readonly slots: Map<string, number>;
  readonly blocks: Block[];
  /** Slots of people who left. */
  readonly free: number[];
}

export const createPeople = (width: number): People => ({ width, slots: new Map(), blocks: [], free: [] });

/** A view on a person's entry, which `put` writes over; nothing when they are not there. */
export function find(people: People, id: string): Entry | undefined {
  const slot = people.slots.get(id);
  return slot === undefined ? undefined : at(people, slot);
}

export function put(people: People, id: string, { castAt, profile, ballots }: Entry): void {
  const slot = people.slots.get(id) ?? people.free.pop() ?? people.slots.size;
  people.slots.set(id, slot);
  const [block, place] = [blockOf(people, slot), slot % size];
  block.castAt[place] = castAt;
  block.profile[place] = profile;
  block.ballots.set(ballots, place * people.width);
}

export function remove(people: People, id: string): void {
  const slot = people.slots.get(id);
  if (slot === undefined) return;
  ballotsAt(blockOf(people, slot), slot % size, people.width).fill(0);
  people.slots.delete(id);
  people.free.push(slot);
}

/** Everyone's time of casting, in milliseconds. */
export function* castTimes(people: People): Iterable<readonly [id: string, castAt: number]> {
  for (const [id, slot] of people.slots) yield [id, blockOf(people, slot).castAt[slot % size] ?? 0];
}

/** A copy of everyone's ballots without their ids, `width` numbers a row; a row of zeros where somebody left. */
export function allBallots({ width, slots, blocks, free }: People): Uint16Array<ArrayBuffer> {
  const rows = slots.size + free.length;
  const all = new Uint16Array(rows * width);
  blocks.forEach(({ ballots }, i) => {
    const from = i * size * width;
    all.set(ballots.subarray(0, Math.min(ballots.length, all.length - from)), from);
  });
  return all;
}

function at(people: People, slot: number): Entry {
  const [block, place] = [blockOf(people, slot), slot % size];
  return {
    castAt: block.castAt[place] ?? 0,
    profile: block.profile[place] ?? 0,
    ballots: ballotsAt(block, place, people.width),
  };
}

const ballotsAt = ({ ballots }: Block, place: number, width: number) =>
  ballots.subarray(place * width, (place + 1) * width);

function blockOf({ width, blocks }: People, slot: number): Block {
  const index = Math.floor(slot / size);
  const block = blocks[index];
  if (block !== undefined) return block;
  const fresh = {
    castAt: new Float64Array(size),
    profile: new Uint16Array(size),
    ballots: new Uint16Array(size * width),
  };
  blocks[index] = fresh;
  return fresh;
}
