/** What a channel knows of the person at the other end before the conversation begins. */
export interface Seat {
  readonly consultation: string;
  /** They came in by a facilitator's link. */
  readonly facilitator: boolean;
}

/** Where an adapter leaves the seat in a turn's `turnState`. Absent: the channel knows no consultation. */
export const seatKey: unique symbol = Symbol('seat');
