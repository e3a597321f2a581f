/** A letter to one address, in plain words. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where a reply goes, where it is an address. */
  readonly replyTo?: string;
}

/** What became of it: taken, refused for good, or not now; `unknown`: no answer came, and it may have been taken. */
export type Sending = 'sent' | 'refused' | 'failed' | 'unknown';

/** Whether nothing more is to be tried. */
export const isSettled = (sending: Sending): boolean => sending === 'sent' || sending === 'refused';

/** How people are written to, where the operator gave a server for it. */
export interface Mail {
  send(letter: Letter): Promise<Sending>;
  /** The keyed hash under which an address is kept. */
  keyOf(consultation: string, address: string): string;
}

/** Sent side by side: a server takes a few connections from one sender. */
const width = 4;

/** Sends to each of several, a few at a time; in the order in which they were given. */
export async function sendEach<One>(
  all: readonly One[],
  send: (one: One) => Promise<Sending>,
): Promise<readonly { readonly one: One; readonly sending: Sending }[]> {
  const made: { one: One; sending: Sending }[] = [];
  for (let from = 0; from < all.length; from += width) {
    const lot = all.slice(from, from + width);
    made.push(...(await Promise.all(lot.map(async (one) => ({ one, sending: await send(one) })))));
  }
  return made;
}
