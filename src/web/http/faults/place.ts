import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import type { Request, Response } from 'restify';

/** What there is of a request where something went wrong: all of it, or no more than its connection. */
export interface Place {
  readonly request?: Request;
  readonly response?: Response;
  readonly socket?: Duplex;
}

/** What is done about an error that has come loose from its request: what is named of that is given up. Never throws. */
export type OnFault = (error: unknown, place: Place) => void;

/** What an event of a server tells of a request. */
export function placeOf(told: readonly unknown[]): Place {
  if (told.length === 0) return nowhere;
  const [request, response, socket] = [told.find(isRequest), told.find(isResponse), told.find(isSocket)];
  return { ...(request && { request }), ...(response && { response }), ...(socket && { socket }) };
}

const nowhere: Place = {};

// Restify adds its own to the prototypes of Node's: each of them is one of its requests and answers.
const isRequest = (one: unknown): one is Request => one instanceof IncomingMessage;
const isResponse = (one: unknown): one is Response => one instanceof ServerResponse;
const isSocket = (one: unknown): one is Duplex => one instanceof Duplex;
