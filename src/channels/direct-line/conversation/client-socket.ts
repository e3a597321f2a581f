/** A socket to a client, as a conversation sees it. */
export interface ClientSocket {
  send(frame: Buffer): void;
  /** Bytes sent that the client has not taken yet. */
  readonly unread: number;
  /** Says goodbye, with a WebSocket close code and a reason. */
  close(code: number, reason: string): void;
  /** Cuts a socket that nobody reads. */
  drop(): void;
}

/** What a socket tells back: that its client is alive, and that it is no more. */
export interface SocketSigns {
  alive(): void;
  gone(): void;
}
