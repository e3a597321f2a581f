import { z } from 'zod';

/** How many addresses are written to at once. */
export const mostAddresses = 200;

/** What is wrong with one: `line` counts from 1, as the list was pasted. */
interface AddressProblem {
  readonly line: number;
  readonly text: string;
}

/** The addresses of a pasted list, each once, in small letters; or what is wrong with it, line by line. */
export type AddressesRead =
  | { readonly addresses: readonly string[] }
  | { readonly problems: readonly [AddressProblem, ...AddressProblem[]] };

/** One a line, or several with commas or semicolons between; a name may stand before an address in angle brackets. */
export function readAddresses(list: string): AddressesRead {
  const found = list.split(/\r\n|[\n\r]/).flatMap((text, i) =>
    text
      .split(/[,;\t]/)
      .map((part) => ({ line: i + 1, text: part.trim() }))
      .filter((part) => part.text !== ''),
  );
  const problems = found.filter(({ text }) => addressIn(text) === undefined);
  const [first, ...others] = problems.map(({ line, text }) => ({ line, text: text.slice(0, 80) }));
  if (first !== undefined) return { problems: [first, ...others] };
  return { addresses: [...new Set(found.flatMap(({ text }) => addressIn(text) ?? []))] };
}

/** The address in what was written, in small letters; nothing when it is none. */
export function addressIn(text: string): string | undefined {
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const read = address.safeParse(bare.trim().toLowerCase());
  return read.success ? read.data : undefined;
}

/** The longest that a server takes (RFC 5321, section 4.5.3.1). */
const address = z.email().max(254);
