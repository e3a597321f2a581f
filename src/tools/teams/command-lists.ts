import type { Word } from '#domain/conversation/submit.ts';

interface CommandList {
  readonly scopes: readonly ('personal' | 'team' | 'groupChat')[];
  readonly words: readonly Word[];
}

/** The words that Teams offers where one types: a person's own in private, those that run a consultation where the group talks. */
export const commandLists: readonly CommandList[] = [
  { scopes: ['personal'], words: ['menu', 'my-scenario', 'group', 'vision', 'my-data', 'help'] },
  {
    scopes: ['team', 'groupChat'],
    words: ['group', 'vision', 'create', 'invite', 'progress', 'remind', 'close', 'publish'],
  },
];
