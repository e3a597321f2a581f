import type { Request, Response, Server } from 'restify';

/** Serves what is there to be read; a HEAD is answered as its GET, of which `node:http` leaves out the body (RFC 9110, section 9.3.2). */
export function serveGet(
  server: Server,
  path: string,
  handler: (request: Request, response: Response) => Promise<unknown>,
): void {
  server.get(path, handler);
  server.head(path, handler);
}
