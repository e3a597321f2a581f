import type { Next, Request, Response, Server } from 'restify';

/** Pages of any site may call: a token, not a cookie, says who speaks. Errors carry the headers too. */
export function allowAnyOrigin(server: Server, prefix: string): void {
  server.on('request', (request, response) => {
    if (!request.url?.startsWith(prefix)) return;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  });
  server.pre(function preflight(request: Request, response: Response, next: Next) {
    if (request.method !== 'OPTIONS' || !request.url?.startsWith(prefix)) return next();
    response.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Requested-With, X-Ms-Bot-Agent',
      'Access-Control-Max-Age': '86400',
    });
    response.end();
    return next(false);
  });
}
