import type { Next, Request, Response } from 'restify';
import { isForPrograms } from './for-programs.ts';

/**
 * Leads from an address of a page with a final slash to the one without, which is the one that is served: people add it, and so do
 * programs that store links. Stands before routing.
 */
export function leaveFinalSlash(request: Request, response: Response, next: Next): void {
  const path = request.path();
  const isAsked = request.method === 'GET' || request.method === 'HEAD';
  if (!isAsked || !/.\/$/.test(path) || isForPrograms(path)) return void next();
  // One slash at the beginning: with two, the address would be of another site.
  const without = `/${path.replace(/^\/+|\/+$/g, '')}`;
  const query = request.getQuery();
  response.sendRaw(308, '', { Location: query ? `${without}?${query}` : without });
  next(false);
}
