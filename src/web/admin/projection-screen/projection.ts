import { type Html, html, joined } from '#web/http/pages/html.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { projectionKeys } from './keys.ts';
import { type ScreenFiles, screenDocument } from './screen-document.ts';
import type { Slide } from './slide.ts';

interface Projection {
  readonly view: Wording;
  readonly slides: readonly Slide[];
  /** When the result that is shown was released; empty when none was. */
  readonly result: string;
  readonly addresses: ScreenFiles;
  /** The page it was opened from, and the numbers that move. */
  readonly paths: { readonly back: string; readonly stream: string };
}

/** What is projected: slides one under the other, which a script turns into one at a time. */
export function projection({ view, slides, result, addresses, paths }: Projection): string {
  const { say, language } = view;
  const title = consultationNames(view).title;
  return screenDocument(
    { language, title: say('projection.projection.title', { title }), addresses },
    html`
<main class="projection" data-stream="${paths.stream}" data-result="${result}">
<nav class="contents" aria-label="${say('projection.projection.contents')}"><a href="${paths.back}">${say('projection.projection.leave')}</a>${joined(
      slides.map((one) => html` <a href="#${one.id}">${one.title}</a>`),
    )}</nav>
${joined(
  slides.map((one, i) =>
    drawn(one, say('projection.projection.place', { n: i + 1, all: slides.length, title: one.title })),
  ),
  '\n',
)}
</main>
${controls(view, slides.length, paths.back)}`,
  );
}

/** `place`: what is said of it to those who do not see it. */
function drawn({ id, title, body, look }: Slide, place: string): Html {
  const length = title.length > 36 ? ' class="long"' : '';
  const heading =
    look === 'welcome'
      ? html`<h1 id="${id}-title"${{ html: length }}>${title}</h1>`
      : html`<h2 id="${id}-title"${{ html: length }}>${title}</h2>`;
  return html`<section id="${id}" class="slide ${look ?? 'plain'}" data-place="${place}" tabindex="-1" aria-labelledby="${id}-title">${heading}
${body}</section>`;
}

/** For a mouse, a finger or a remote control; they serve no purpose without a script. */
function controls({ say, language }: Wording, all: number, back: string): Html {
  const documents = (key: string, label: string) =>
    html`<button type="button" data-do="${key}">${label}</button>`;
  return html`<p class="unseen" role="status" id="place-told"></p>
<nav class="controls" aria-label="${say('projection.projection.controls')}" hidden>
${documents('previous', say('projection.projection.previous'))}
<span id="place" aria-hidden="true">1 / ${String(all)}</span>
${documents('next', say('projection.projection.next'))}
<span class="apart"></span>
<span class="fresh" role="status" hidden>${documents('renew', say('projection.projection.renew'))}</span>
${documents('theme', say('projection.projection.theme'))}
${documents('full', say('projection.projection.full'))}
${documents('help', say('projection.projection.help'))}
<a href="${back}/direct?lang=${language}" id="to-room">${say('projection.projection.room')}</a>
<a href="${back}">${say('projection.projection.leave')}</a>
</nav>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${say('projection.keys.title')}</h2>
${projectionKeys(say)}
<form method="dialog"><button type="submit">${say('projection.keys.close')}</button></form></dialog>`;
}
