import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The line between a browser and the server, which a test may cut. */
export interface Wire {
  readonly url: string;
  /** Bytes that reached the browser so far. */
  came(): number;
  /** Every connection breaks; new ones are welcome. */
  drop(): void;
  /** Nothing passes any more, until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function stretchWire(to: string): Promise<Wire> {
  const target = Number(new URL(to).port);
  const ends = new Set<Socket>();
  let whole = true;
  let came = 0;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
    far.on('data', ({ length }: Buffer) => {
      came += length;
    });
    near.pipe(far).pipe(near);
    return undefined;
  });
  const drop = () => {
    for (const end of ends) end.destroy();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    came: () => came,
    drop,
    cut() {
      whole = false;
      drop();
    },
    mend() {
      whole = true;
    },
    close: () =>
      new Promise((done) => {
        drop();
        server.close(() => done());
      }),
  };
}
