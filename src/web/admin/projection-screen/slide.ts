import type { Html } from '#web/http/pages/html.ts';

/** One screen of a projection. `id` is its anchor; the width of a slide is 40 em, an em being its smallest letters. */
export interface Slide {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
  /** Shown large, in the place of a plain heading. */
  readonly look?: 'welcome';
}
