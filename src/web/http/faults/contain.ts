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
  containTold(server, (error, { request }) => onFault(error, { ...(request && { request }) }));
  const { server: http } = server;
  containTold(http, onFault);
  const containEach = (...told: unknown[]) => {
    const place = placeOf(told);
    const { request, response, socket } = place;
    const here = hereOr({ place: lasting(place), onFault });
    for (const one of [request, response, socket]) if (one !== undefined) containOne(one, here);
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

interface Within {
  readonly place: Place;
  readonly onFault: OnFault;
}

const within = new AsyncLocalStorage<Within>();

interface Emitter {
  emit(event: string | symbol, ...told: unknown[]): boolean;
  listenerCount(event: string | symbol): number;
}

/** Makes what the listeners of a server throw, at once or later, come to the place that it tells them of. */
function containTold(server: Emitter, onFault: OnFault): void {
  const emit = server.emit.bind(server);
  server.emit = (event, ...told) => {
    const its = { place: lasting(placeOf(told)), onFault };
    const isNowhere = Object.keys(its.place).length === 0;
    return isNowhere || within.getStore() === hereOr(its)
      ? attempt(emit, event, told, its)
      : within.run(its, attempt, emit, event, told, its);
  };
}

/** The same for one of a request, its answer, an opened socket: each of them tells of many things, and of no other place. */
function containOne(one: Emitter, here: Within): void {
  const emit = one.emit.bind(one);
  one.emit = (event, ...told) => {
    // Most of what a stream tells of is heard by nobody.
    if (one.listenerCount(event) === 0) return emit(event, ...told);
    if (within.getStore() === here) return attempt(emit, event, told, here);
    return within.run(here, attempt, emit, event, told, here);
  };
}

function attempt(
  emit: Emitter['emit'],
  event: string | symbol,
  told: readonly unknown[],
  { place, onFault }: Within,
): boolean {
  try {
    return emit(event, ...told);
  } catch (error) {
    onFault(error, place);
    return true;
  }
}

/** A request and its answer are contained where they are told of: one place for all, which need not be entered again. */
function hereOr(its: Within): Within {
  const outer = within.getStore();
  const isThere = its.place.request !== undefined && outer?.place.request === its.place.request;
  return outer !== undefined && isThere ? outer : its;
}

/** What lasts as long as a WebSocket keeps nothing of the request that opened it. */
const lasting = ({ request, response, socket }: Place): Place =>
  response === undefined && socket !== undefined
    ? { socket }
    : { ...(request && { request }), ...(response && { response }) };
