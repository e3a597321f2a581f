/** Something that a server sent of its own accord (HTML Living Standard, 9.2). */
interface Sent {
  readonly id: string;
  readonly data: string;
}

/** Server-sent events as a browser reads them. */
export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; nothing once the server has ended. */
  next(): Promise<Sent | undefined>;
  /** What came that was no event: the time to try again, comments. */
  readonly others: readonly string[];
  leave(): void;
}

/** Listens at an address until the server ends or the listener leaves. */
export async function listening(url: string, headers: Readonly<Record<string, string>>): Promise<Stream> {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const others: string[] = [];
  let held = '';
  return {
    status: answer.status,
    headers: answer.headers,
    others,
    async next() {
      for (;;) {
        const end = held.indexOf('\n\n');
        if (end >= 0) {
          const block = held.slice(0, end);
          held = held.slice(end + 2);
          if (block.startsWith('id: ')) return event(block);
          others.push(block);
          continue;
        }
        const read = await reader?.read();
        if (read === undefined || read.done) return undefined;
        held += read.value;
      }
    },
    leave: () => leaving.abort(),
  };
}

function event(block: string): Sent {
  const lines = block.split('\n');
  const of = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  return { id: of('id').join(''), data: of('data').join('\n') };
}
