import type { Response } from 'restify';
import type { ProtocolRefusal } from '#channels/direct-line/outcome.ts';
import { answer } from '#web/http/answer.ts';

/** HTTP status and message; the message is for whoever writes a client, a page says the code in its own words. */
const said: Readonly<Record<ProtocolRefusal, readonly [status: number, message: string]>> = {
  BadArgument: [400, 'This request is not written as Direct Line expects.'],
  MissingToken: [401, 'Send a token as Authorization: Bearer.'],
  BadToken: [401, 'This token was not given by this server.'],
  TokenExpired: [403, 'This token has expired. Ask for a new one and send this one as previous.'],
  NotYours: [403, 'This token is for another conversation.'],
  InvitationNotValid: [403, 'This link was used already, or is not known here.'],
  UnknownConsultation: [404, 'There is no consultation under this code.'],
  ConversationGone: [404, 'This conversation is over. Start a new one.'],
  TooManyRequests: [429, 'Too many requests at once. Please wait a moment.'],
  UploadNotSupported: [501, 'Files are not taken here. Please write instead.'],
  BotError: [500, 'This could not be answered, and nothing of it was kept. Please send it again.'],
  Unavailable: [503, 'Nothing can be kept at the moment. Please send it again in a while.'],
};

/** Says no as the protocol does: `{ error: { code, message } }`. */
export function refuse(response: Response, code: ProtocolRefusal, retryAfter = waits[code]): void {
  const [status, message] = said[code];
  const headers = {
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
  };
  answer(response, status, { error: { code, message } }, headers);
}

/** The same for a request that wanted a socket, as the bytes of an HTTP answer. */
export function refusalBytes(code: ProtocolRefusal): string {
  const [status, message] = said[code];
  const body = JSON.stringify({ error: { code, message } });
  const head = [`HTTP/1.1 ${status} ${code}`, 'Content-Type: application/json', 'Connection: close'];
  return `${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Seconds to wait before the same request may pass. */
const waits: Readonly<Partial<Record<ProtocolRefusal, number>>> = { TooManyRequests: 1, Unavailable: 10 };
