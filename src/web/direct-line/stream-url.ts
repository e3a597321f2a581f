import type { Request } from 'restify';
import type { Grant } from '#channels/direct-line/admission.ts';

/** Where the conversation's socket is; `publicUrl` is where people reach the server, else what the request says of it. */
export function streamUrl(
  request: Request,
  { conversationId, token }: Grant,
  publicUrl?: string,
  watermark?: string,
) {
  const query = new URLSearchParams({ ...(watermark !== undefined && { watermark }), t: token });
  const base =
    publicUrl?.replace(/^http/, 'ws') ?? `${scheme(request)}://${request.headers.host ?? 'localhost'}`;
  return `${base}/v3/directline/conversations/${conversationId}/stream?${query}`;
}

const scheme = ({ headers }: Request) => (headers['x-forwarded-proto'] === 'https' ? 'wss' : 'ws');
