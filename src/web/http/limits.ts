/** What a caller may take of the server: nothing it sends is unbounded. */
export interface HttpLimits {
  /** Bytes of a request's body. */
  readonly body: number;
  /** Milliseconds to send the headers, and the whole request. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** Milliseconds an idle connection is kept, and how often the clocks above are looked at. */
  readonly keepAlive: number;
  readonly checkEvery: number;
  /** Sockets open at once, WebSockets included. */
  readonly connections: number;
}

export const defaultLimits: HttpLimits = {
  body: 64 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAlive: 15_000,
  checkEvery: 2_000,
  connections: 12_000,
};
