import type { Request, Response, Server } from 'restify';
import type { Publish, Published } from '#channels/publish.ts';
import { ConsultationCode } from '#domain/consultation.ts';
import { answer } from './answer.ts';
import { bearerCheck } from './bearer.ts';
import type { Refuse } from './refuse.ts';

export interface PublishOptions {
  readonly publish: Publish;
  readonly facilitatorKey: string;
  readonly refuse: Refuse;
}

/**
 * `POST /api/consultations/{code}/publish` with the facilitator's bearer key: posts the group scenario into every
 * conversation. 200 posted, or unchanged since it was; 202 while too few people answered; 404 no such consultation.
 */
export function mountPublish(server: Server, { publish, facilitatorKey, refuse }: PublishOptions): void {
  const isFacilitator = bearerCheck(facilitatorKey);
  server.post('/api/consultations/:code/publish', async (request: Request, response: Response) => {
    if (!isFacilitator(request.headers.authorization)) return refuse(request, response, 'unauthorised');
    const code = ConsultationCode.safeParse(request.params.code);
    const published: Published = code.success ? await publish(code.data) : { outcome: 'unknown' };
    switch (published.outcome) {
      case 'published':
      case 'unchanged':
        return answer(response, 200, published);
      case 'waiting':
        return answer(response, 202, published);
      case 'unknown':
        return refuse(request, response, 'not-found');
    }
  });
}
