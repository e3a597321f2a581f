import { outbound } from '#channels/turns/outbound.ts';
import { packOf } from '#domain/catalogue/language.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import type { Html } from '#web/http/pages/html.ts';
import { pageText } from './chat-page.ts';
import { createDraw, type Draw } from './first-words.ts';

type View = Parameters<typeof outbound>[1];

/** Draws what the assistant would say, as the chat page does. */
type DrawReplies = (replies: readonly Reply[], view: View) => Promise<Html>;

export function createDrawReplies(
  assets: Promise<Pick<Assets, 'drawing'>>,
  { packs, say }: Pick<Phrases, 'packs' | 'say'>,
): DrawReplies {
  let drawing: Promise<Draw> | undefined;
  return async (replies, view) => {
    drawing ??= assets.then(({ drawing }) => createDraw(drawing));
    const draw = await drawing;
    const { consultation, language } = view;
    const text = pageText({ consultation, packs, say }, packOf(packs, language));
    return draw(
      replies.map((reply) => outbound(reply, view)),
      language,
      text,
    );
  };
}
