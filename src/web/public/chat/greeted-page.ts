import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { OutgoingActivity } from '#channels/wire.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { type Compressed, compressedOnce } from '#web/http/compression/compression.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import type { PageText } from '#web/http/pages/chat-page-settings.ts';
import type { Html } from '#web/http/pages/html.ts';
import { createDraw, type Draw } from './first-words.ts';

/** What the chat page says first, to be put together when it is drawn, in a consultation where it is the same for all who are new. */
export type FirstWords = (
  consultation: Consultation,
  language: Language,
) => (() => readonly OutgoingActivity[]) | undefined;

/** In consultations and languages: more are drawn and compressed anew now and then. */
const kept = 100;

interface Drawing {
  readonly assets: Promise<Pick<Assets, 'drawing'>>;
  readonly firstWords: FirstWords;
  readonly log: Pick<Logger, 'error'>;
}

/** The first words drawn, once for each edition of a consultation; undefined when they cannot be: the page does without. */
export function createDrawnOnce({ assets, firstWords, log }: Drawing) {
  const drawn = new BoundedMap<Promise<Html | undefined>>(kept);
  let drawing: Promise<Draw> | undefined;
  return async (consultation: Consultation, language: Language, text: PageText) => {
    const said = firstWords(consultation, language);
    if (said === undefined) return undefined;
    const name = `${consultation.id} ${consultation.version} ${language}`;
    const before = drawn.get(name);
    if (before !== undefined) return before;
    drawing ??= assets.then(({ drawing }) => createDraw(drawing));
    // Whoever asks meanwhile waits for the same: a crowd at a start is drawn for once.
    const html = drawing
      .then((draw) => draw(said(), language, text))
      .catch((failure: unknown) => {
        log.error(
          { failure, consultation: consultation.id },
          'the first words of the chat page are not drawn',
        );
        // The next visit tries again, with a drawing of its own when this one could not be made.
        drawn.drop(name);
        drawing = undefined;
        return undefined;
      });
    drawn.put(name, html);
    return html;
  };
}

/** Compresses each page once, as small as can be: all who are new get the same. */
export function createCompressedOnce() {
  const compressed = new BoundedMap<Promise<Compressed>>(kept);
  return (page: string): Promise<Compressed> => {
    const name = createHash('sha256').update(page).digest('base64');
    const known = compressed.get(name) ?? compressedOnce(Buffer.from(page));
    compressed.put(name, known);
    return known;
  };
}
