import pg from 'pg';

type Heard = (payload: string | undefined) => void;

/** Before a connection that broke is made again, in milliseconds. */
const pause = 1_000;

/** One connection that listens (LISTEN), made again whenever it breaks. */
export class Listening {
  readonly #config: pg.ClientConfig;
  readonly #channels = new Map<string, Set<Heard>>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** What is listened to from now on is asked for at once, and not by the connection that is being made. */
  #isUp = false;
  #isClosed = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  /** Returns the way to stop. */
  add(channel: string, heard: Heard): () => void {
    const all = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, all.add(heard));
    if (this.#isUp)
      this.#client?.query(listenTo(channel)).then(
        () => heard(undefined),
        () => {},
      );
    else if (this.#client === undefined && this.#timer === undefined) this.#connect();
    return () => void all.delete(heard);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
  }

  #connect(): void {
    const client = new pg.Client({ ...this.#config, connectionTimeoutMillis: 5_000 });
    this.#client = client;
    const broken = () => {
      if (this.#client !== client || this.#isClosed) return;
      this.#client = undefined;
      this.#isUp = false;
      client.end().catch(() => {});
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#connect();
      }, pause).unref();
    };
    client.on('error', broken);
    client.on('end', broken);
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload));
    this.#begin(client).catch(broken);
  }

  async #begin(client: pg.Client): Promise<void> {
    await client.connect();
    this.#isUp = true;
    await Promise.all([...this.#channels.keys()].map((channel) => client.query(listenTo(channel))));
    // Something may have been told before.
    for (const channel of this.#channels.keys()) this.#tell(channel, undefined);
  }

  #tell(channel: string, payload: string | undefined): void {
    for (const heard of this.#channels.get(channel) ?? []) heard(payload);
  }
}

const listenTo = (channel: string): string => `LISTEN ${pg.escapeIdentifier(channel)}`;
