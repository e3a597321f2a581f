import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { BotFramework } from '#channels/bot-framework/bot-framework.ts';
import { answer } from '#web/http/answer.ts';
import type { Relay } from '#web/http/nodes/relay.ts';
import type { Refuse } from '#web/http/refuse.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { note } from '#web/http/request-log.ts';

export interface MessagesOptions {
  readonly cloud: BotFramework;
  readonly refuse: Refuse;
  readonly log: Logger;
  readonly addressOf: ClientAddress;
  /** To the node where a conversation is at home; absent: there is no other. */
  readonly relay?: Relay;
}

const behindProxy =
  'Set PUBLIC_URL to the address people type, and TRUSTED_PROXIES. /api/messages takes the MicrosoftApp settings; a trial without them needs a start without the proxy.';

/** `POST /api/messages`: where Bot Framework channels bring what people do. */
export function mountMessages(
  server: Server,
  { cloud, refuse, log, addressOf, relay }: MessagesOptions,
): void {
  server.server.on('request', (request: IncomingMessage) => {
    if (cloud.notice(request))
      log.info({ remedy: behindProxy }, 'a proxy brings requests: /api/messages is closed');
  });
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { body, headers, httpVersion } = request;
    const received = await cloud.receive({
      ...{ body, headers, httpVersion, address: addressOf(request) },
      ...(relay && { isElsewhere: (conversation) => relay.request(conversation, request, response) }),
    });
    switch (received.outcome) {
      case 'answered':
        return answer(response, received.status, received.body);
      case 'elsewhere':
        return;
      case 'malformed':
        return refuse(request, response, 'malformed');
      case 'closed':
        return refuse(request, response, 'closed');
      case 'refused':
        note(
          request,
          { level: 'warn', message: 'a message was refused', fields: { why: received.why } },
          log,
        );
        return refuse(request, response, received.refusal);
      // The connector client has written why. A channel brings an activity again after 502 as after a silence.
      case 'unsaid':
        return refuse(request, response, 'unsaid');
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
