import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { BotFramework } from '#channels/bot-framework/bot-framework.ts';
import { answer } from '#web/http/answer.ts';
import type { Refuse } from '#web/http/refuse.ts';
import { note } from '#web/http/request-log.ts';

export interface MessagesOptions {
  readonly cloud: BotFramework;
  readonly refuse: Refuse;
  readonly log: Logger;
}

/** `POST /api/messages`: where Bot Framework channels bring what people do. */
export function mountMessages(server: Server, { cloud, refuse, log }: MessagesOptions): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { body, headers } = request;
    const received = await cloud.receive({ body, headers, address: request.socket.remoteAddress });
    switch (received.outcome) {
      case 'answered':
        return answer(response, received.status, received.body);
      case 'malformed':
        return refuse(request, response, 'malformed');
      case 'refused':
        note(
          request,
          { level: 'warn', message: 'a message was refused', fields: { why: received.why } },
          log,
        );
        return refuse(request, response, received.refusal);
      case 'unavailable':
        note(
          request,
          {
            level: 'error',
            message: 'the keys of the channel service cannot be read',
            fields: { failure: received.error },
          },
          log,
        );
        return refuse(request, response, 'unavailable');
    }
  });
}
