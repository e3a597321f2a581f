import { setTimeout as after } from 'node:timers/promises';
import type { Next, Request, Response } from 'restify';
import { takeLastResort } from '#src/last-resort.ts';
import { createLog } from '#src/log.ts';
import { answer } from '#web/http/answer.ts';
import { serving } from '../serving.ts';

/** A program whose requests throw where no promise of theirs and no listener sees it; it prints its port. */
takeLastResort(createLog('error'), () => process.exit(7));
const mistake = () => {
  throw new Error('canari');
};
const ways: Readonly<Record<string, (request: Request, response: Response) => unknown>> = {
  timer: () => setTimeout(mistake, 1),
  tick: () => process.nextTick(mistake),
  immediate: () => setImmediate(mistake),
  microtask: () => queueMicrotask(mistake),
  promise: () => void Promise.reject(new Error('canari')),
  later: () => void after(1).then(mistake),
  nothing: () => void Promise.reject(undefined),
  sent: (request) => request.on('end', () => process.nextTick(mistake)),
  closed: (_, response) => response.on('close', () => queueMicrotask(mistake)),
  callback: (_, response) => response.write('x', mistake),
  twice: (_, response) => {
    response.end();
    response.end('x', mistake);
    response.write('x');
  },
};
const served = await serving((server) => {
  server.pre((request: Request, response: Response, next: Next) => {
    ways[request.path().slice(1)]?.(request, response);
    next();
  });
  server.get('/fine', async (_request: Request, response: Response) => answer(response, 200, {}));
  // An async listener, a socket that throws on a tick of its own.
  server.on('after', async () => mistake());
  server.server.on('upgrade', (_request, socket) => {
    socket.on('data', () => process.nextTick(mistake));
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
});
process.on('SIGUSR2', () => setTimeout(mistake, 1));
console.log(JSON.stringify({ port: served.port, ways: Object.keys(ways) }));
