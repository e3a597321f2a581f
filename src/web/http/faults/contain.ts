import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'restify';
import { type OnFault, type Place, placeOf } from './place.ts';

/**
 * Holds whatever a request throws, wherever it does: nothing of it ends the process. Three circles, each for what the
 * one before cannot see:
 *
 * 1. `encloseHandlers`: what is mounted, by the promise of its handler;
 * 2. here: listeners to events of the servers, of a request, an answer or an opened socket, by the call that tells them;
 *    and `error` events that nobody listens to;
 * 3. `faultOfRequest`: timers, ticks and promises let go of, by the request they were begun in.
 */
export function containFaults(server: Server, onFault: OnFault): void {
  // Restify goes on after it has told of something: its answer comes all the same.
  contain(server, (error, { request }) => onFault(error, { ...(request && { request }) }));
  const { server: http } = server;
  contain(http, onFault);
  const containEach = (...told: unknown[]) => {
    const place = placeOf(told);
    const { request, response, socket } = place;
    for (const one of [request, response, socket])
      if (one !== undefined) contain(one, onFault, lasting(place));
    // A write after the end is an `error` event, which throws where nobody listens. Broken connections are told elsewhere.
    request?.on('error', () => undefined);
    response?.on('error', (error) => onFault(error, place));
    socket?.on('error', () => socket.destroy());
  };
  for (const event of ['request', 'checkContinue', 'upgrade']) http.prependListener(event, containEach);
}

/** Takes an error that came as far as the process, when a request is what it belongs to; says whether one is. */
export function faultOfRequest(error: unknown): boolean {
  const found = within.getStore();
  found?.onFault(error, found.place);
  return found !== undefined;
}

const within = new AsyncLocalStorage<{ readonly place: Place; readonly onFault: OnFault }>();

interface Emitter {
  emit(event: string | symbol, ...told: unknown[]): boolean;
}

/** Makes what the listeners of an emitter throw, at once or later, come to one place. */
function contain(emitter: Emitter, onFault: OnFault, its: Place = {}): void {
  const emit = emitter.emit.bind(emitter);
  const outer = within.getStore();
  // A request and its answer are contained where they are told of: one place for all, which need not be entered again.
  const isThere = its.request !== undefined && outer?.place.request === its.request;
  const here = outer !== undefined && isThere ? outer : { place: its, onFault };
  emitter.emit = (event: string | symbol, ...told: unknown[]) => {
    const found = lasting(placeOf(told));
    // Most events tell of nothing new, and many are told where this is known already.
    const known = isEmpty(found) ? here : { place: { ...its, ...found }, onFault };
    const run = () => {
      try {
        return emit(event, ...told);
      } catch (error) {
        onFault(error, known.place);
        return true;
      }
    };
    return isEmpty(known.place) || within.getStore() === known ? run() : within.run(known, run);
  };
}

const isEmpty = ({ request, response, socket }: Place): boolean =>
  request === undefined && response === undefined && socket === undefined;

/** What lasts as long as a WebSocket keeps nothing of the request that opened it. */
const lasting = ({ request, response, socket }: Place): Place =>
  response === undefined && socket !== undefined
    ? { socket }
    : { ...(request && { request }), ...(response && { response }) };
