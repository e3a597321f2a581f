import { Server } from 'node:net';

/** Loaded ahead of a program that would listen on every address of the machine, and has no setting for it: it listens on this machine alone. */
const { listen } = Server.prototype;

Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, ...others] = given;
  return Reflect.apply(listen, this, typeof port === 'number' ? [port, '127.0.0.1', ...others] : given);
};
