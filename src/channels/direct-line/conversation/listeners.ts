import type { ClientSocket } from './client-socket.ts';

/** As many tabs of a browser as show one conversation at once. */
const mostSockets = 4;

/** The sockets that listen to a conversation, one for each tab. */
export class Listeners {
  /** The oldest first. */
  #sockets: readonly ClientSocket[] = [];
  /** Bytes that a client may leave unread. */
  readonly #unread: number;

  constructor(unread: number) {
    this.#unread = unread;
  }

  get size(): number {
    return this.#sockets.length;
  }

  /** One more; one too many takes the place of the oldest. */
  add(socket: ClientSocket): void {
    const [oldest] = this.#sockets;
    if (oldest !== undefined && this.#sockets.length >= mostSockets) {
      oldest.close(1000, 'Another connection took over');
      this.remove(oldest);
    }
    this.#sockets = [...this.#sockets, socket];
  }

  remove(socket: ClientSocket): void {
    this.#sockets = this.#sockets.filter((one) => one !== socket);
  }

  send(frame: Buffer): void {
    for (const socket of this.#sockets) this.sendTo(socket, frame);
  }

  sendTo(socket: ClientSocket, frame: Buffer): void {
    socket.send(frame);
    if (socket.unread <= this.#unread) return;
    // Its client does not read: it will come back with its watermark.
    this.remove(socket);
    socket.drop();
  }

  /** Says goodbye to all, with a WebSocket close code and a reason. */
  hangUp(code: number, reason: string): void {
    for (const socket of this.#sockets) socket.close(code, reason);
    this.#sockets = [];
  }
}
