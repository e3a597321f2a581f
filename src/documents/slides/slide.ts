import type { Svg } from '#charts/svg.ts';
import type { KeyFigure } from '#wording/reading/reading.ts';
import type { NamedLogo } from '../pdf/logo.ts';
import type { ListItem } from '../report/block.ts';

/** One slide, free of any format. */
export type Slide =
  /** What it is about, who took part, and the figures to remember. */
  | {
      readonly kind: 'opening';
      readonly title: string;
      readonly lead: string;
      readonly facts: readonly { readonly name: string; readonly value: string }[];
      readonly figures: readonly KeyFigure[];
      readonly logo?: NamedLogo;
    }
  /** Lists side by side, or one beside its picture. */
  | {
      readonly kind: 'lists';
      readonly title: string;
      readonly lists: readonly SlideList[];
      readonly picture?: { readonly svg: Svg; readonly alt: string };
      readonly note?: string;
    };

export interface SlideList {
  readonly title?: string;
  /** A sentence before its items, and one after them. */
  readonly lead?: string;
  readonly more?: string;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
