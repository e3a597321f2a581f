import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** The way to a database through which a test can have answers lost. */
export interface Wire {
  /** The address of the database by this way. */
  readonly url: string;
  /** Once something is sent that holds these words, no answer to it comes back: it is carried out, and the connection breaks. */
  loseAnswerTo(words: string): void;
  /** The same, but that its answer comes once it is let through. */
  holdAnswerTo(words: string): () => void;
  /** Nothing passes, and nobody is let in, until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function wireTo(database: string, dir: string): Promise<Wire> {
  const open = new Set<Socket>();
  let [lost, isCut] = ['', false];
  let held: { readonly words: string; readonly end: Promise<void> } | undefined;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(join(dir, '.s.PGSQL.5432'));
    let isDeaf = false;
    let wait: Promise<void> | undefined;
    for (const one of [near, far]) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (lost !== '' && bytes.includes(lost)) [isDeaf, lost] = [true, ''];
      if (held !== undefined && bytes.includes(held.words)) [wait, held] = [held.end, undefined];
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      // The answer is there: it was carried out.
      if (isDeaf) near.destroy();
      else if (wait === undefined) near.write(bytes);
      else void wait.then(() => near.write(bytes));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = new URL(database);
  return {
    url: `postgres://${url.username}:${url.password}@127.0.0.1:${port}${url.pathname}`,
    loseAnswerTo(words) {
      lost = words;
    },
    holdAnswerTo(words) {
      const end = Promise.withResolvers<void>();
      held = { words, end: end.promise };
      return end.resolve;
    },
    cut() {
      isCut = true;
      for (const one of open) one.destroy();
    },
    mend() {
      isCut = false;
    },
    async close() {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
