import type { PaperLook } from '../paper-style.ts';
import { paperLook } from '../paper-style.ts';
import type { Drawn } from './read-picture.ts';

/** What a part of a picture is drawn on. */
export interface Sheet {
  /** Where its own measure begins on the page, and what one of it is there, in points. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** In points. */
  readonly width: number;
  /** The classes of what it stands in. */
  readonly around: readonly string[];
  /** The ends of lines, by what refers to them. */
  readonly markers: ReadonlyMap<string, Drawn>;
}

/** How an element looks: as the style of paper has it, else as it says itself. */
export const lookOf = ({ name, attributes }: Drawn, { around }: Sheet): PaperLook => ({
  ...attributes,
  ...paperLook(name, attributes.class?.split(' ') ?? [], around),
});
