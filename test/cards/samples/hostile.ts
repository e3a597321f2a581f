import type { View } from '#cards/view.ts';
import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { catalogue } from '#test/wording/sample.ts';
import { ballot, samples } from './replies.ts';
import { channelView, dialogView, viewOf } from './view.ts';

/** All that Markdown, HTML, mentions and macros could make of a text, as somebody may write it. */
export const hostile = [
  '[x](https://evil.example) ![p](https://evil.example/p.png) [r][1] <https://evil.example> www.evil.example',
  'a@evil.example evil.example **gras** __gras__ *pente* _pente_ ~~barré~~ `code` \\*x\\* snake_case_name',
  '<at>Zoé</at> <b>b</b> <img src=x onerror=alert(1)> &lt;b&gt; {{DATE(2026-01-01T00:00:00Z)}}',
  '- un\n* deux\n1. trois\n# titre\n> dit\n    code\n***\n===\n| a | b |\n|---|---|\n[1]: https://evil.example',
].join('\n');

/** The catalogue's words, each of them so. */
function all<T>(words: T): T;
function all(words: unknown): unknown {
  if (typeof words === 'string') return hostile;
  if (Array.isArray(words)) return words.map(all);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, all(value)]));
}

const text: Readonly<Record<string, CatalogueText>> = all(catalogue.text);

function worded(view: View): View {
  const said = { fr: hostile, en: hostile };
  const consultation = {
    ...view.consultation,
    ...{ title: said, territory: said, information: said },
    controller: { name: said, contact: hostile },
  };
  const content = { ...catalogue, text };
  return { ...view, consultation, catalogue: content, text: text[view.language] ?? view.text };
}

const own = { kind: 'text', value: hostile.slice(0, 1000), shared: true } as const;
const given = { ...ballot, condition: hostile.slice(0, 400), concern: hostile.slice(-400) };
const asked = { domain: 'mobility', position: { index: 1, total: 2 } } as const;

const replies: Readonly<Record<string, Reply>> = {
  ...samples,
  'own-words': { label: 'question', question: 'mobility-own-words', ...asked, given: own },
  'own-remarks': { label: 'trajectory', trajectory: 'mobility-avoided', ...asked, given },
  'own-changes': {
    label: 'help',
    of: 'changes',
    questions: [{ question: 'mobility-own-words', answer: own }],
    trajectories: ['mobility-avoided'],
  },
  'own-scenario': {
    label: 'personal-scenario',
    scenario: {
      links: [{ from: 'mobility-near', to: 'health-nearby', strength: 2 }],
      domains: [
        {
          ...{ domain: 'mobility', examined: 1, welcomed: [], undecided: [], unwelcome: [] },
          kept: [{ trajectory: 'mobility-avoided', ballot: given }],
        },
      ],
    },
    beside: [{ trajectory: 'mobility-avoided', n: 24, support: 0.75 }],
  },
  'own-understood': {
    label: 'notice',
    about: 'understood',
    answered: { question: 'mobility-own-words', answer: own },
  },
  'own-form': {
    label: 'facilitation',
    of: 'form',
    code: 'k7p2',
    given: { title: hostile, territory: hostile },
    problems: ['title'],
  },
};

/** Every reply in such words, wherever it is shown. */
export const hostileReplies: readonly (readonly [string, Reply, View])[] = Object.entries(replies).flatMap(
  ([name, reply]) =>
    [viewOf('fr'), channelView('fr'), dialogView('en')].map(
      (view) => [`${name}, ${view.setting}`, reply, worded(view)] as const,
    ),
);
