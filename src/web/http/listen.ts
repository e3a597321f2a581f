import type { Server } from 'restify';

export type Listening =
  | { readonly outcome: 'listening'; readonly port: number }
  | { readonly outcome: 'refused'; readonly message: string; readonly remedy: string };

/** Opens the server to callers; `port` 0 takes any free one. */
export function listen(server: Server, host: string, port: number): Promise<Listening> {
  const { server: http } = server;
  return new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException) => resolve(explained(error, host, port));
    // Restify passes the error on to its own listeners, and throws when it has none.
    const passed = () => undefined;
    server.once('error', passed);
    http.once('error', refused);
    http.listen(port, host, () => {
      http.off('error', refused);
      server.off('error', passed);
      const address = http.address();
      resolve({ outcome: 'listening', port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

function explained({ code, message }: NodeJS.ErrnoException, host: string, port: number): Listening {
  const at = `${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return {
        outcome: 'refused',
        message: `Port ${port} is taken: another program listens on ${at}.`,
        remedy: `Stop that program, or choose another port: PORT=${port === 65535 ? 3978 : port + 1} npm start`,
      };
    case 'EACCES':
      return {
        outcome: 'refused',
        message: `This user may not listen on ${at}.`,
        remedy: 'Choose a port above 1023 (PORT=3978), and put a reverse proxy in front for 80 and 443.',
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        outcome: 'refused',
        message: `This machine has no address ${host}.`,
        remedy: 'Set HOST to 127.0.0.1 for this machine alone, or to 0.0.0.0 for all its addresses.',
      };
    default:
      return {
        outcome: 'refused',
        message: `The server cannot listen on ${at}: ${message}`,
        remedy: 'Check HOST and PORT.',
      };
  }
}
