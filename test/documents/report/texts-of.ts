import type { Block } from '#documents/report/block.ts';

/** Everything that is read in a paper, in order. */
export const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(textOf);

function textOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.text, block.lead, ...block.facts.flatMap(({ name, value }) => [name, value])];
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'list':
      return block.items.flatMap(({ text, more }) => [text, ...more]);
    case 'table':
      return [block.title, ...block.head, ...block.rows.flat()];
    case 'key-figures':
      return block.items.flatMap(({ value, label }) => [value, label]);
    case 'figure':
      return [block.alt, block.caption];
    case 'page-break':
      return [];
  }
}
