import library from 'pptxgenjs';
import { bare } from '../office/bare-colour.ts';
import { datedOffice } from '../office/dated-office.ts';
import { metaOf } from '../report/meta.ts';
import type { Result } from '../result.ts';
import { drawSlide } from './draw-slide.ts';
import { slidesOf } from './slides.ts';

// Its types tell of CommonJS, where the class is a property of what is exported; Node loads it as the module it is.
const Presentation = library.default ?? library;

/** The result as a presentation of five slides, 16 to 9, whose texts stay texts to be changed. */
export async function pptx(result: Result): Promise<Uint8Array> {
  const { title, author, foot, at, language, accent } = metaOf(result, 'slides');
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = author;
  deck.company = author;
  deck.subject = foot;
  const slides = slidesOf(result);
  slides.forEach((slide, i) => {
    drawSlide(deck.addSlide(), slide, {
      foot,
      number: `${i + 1} / ${slides.length}`,
      language,
      accent: bare(accent),
    });
  });
  const written = await deck.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('A presentation was not written as bytes');
  return datedOffice(written, { at, language });
}
