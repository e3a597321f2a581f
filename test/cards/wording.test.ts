import { describe, expect, test } from '@jest/globals';
import { facilitators } from '#cards/facilitation/channel-help.ts';
import { render } from '#cards/render.ts';
import { fold } from '#domain/conversation/fold.ts';
import { words as commands } from '#domain/conversation/submit.ts';
import { languages, words } from '../wording/sample.ts';
import { samples } from './samples/replies.ts';
import { viewOf } from './samples/view.ts';
import { readOn } from './walk.ts';

const rendered = (language: string) =>
  Object.entries(samples).map(([name, reply]) => ({ name, ...render(reply, viewOf(language)) }));

/** Everything a person reads in one language, but for the rows that offer the other. */
const read = (language: string) =>
  rendered(language)
    .filter(({ name }) => name !== 'help')
    .flatMap(({ name, text, card }) =>
      [text, ...(card ? readOn(card) : [])].map((said) => `${name}: ${said}`),
    )
    .map((said) => said.replace(/https?:\S+/g, '').replace(/\{\u2060?\{DATE\S*/g, ''));

describe.each(languages)('what is read in %s', (language) => {
  test('has no brace left over, no doubled space, and is calm', () => {
    for (const said of read(language)) {
      expect(said).not.toMatch(/[{}]/);
      expect(said).not.toMatch(/ {2}|\s[.,]|!/);
    }
  });

  test('has sentences of twenty words at most', () => {
    const sentences = read(language).flatMap((said) => said.replace(/^[\w-]+: /, '').split(/[.!?…:\n;]\s?/));
    // A list of choices or of people is no sentence.
    const long = sentences.filter((one) => !one.includes(',') && one.split(/\s+/).length > 20);
    expect(long).toEqual([]);
  });
});

test('French cards hold no English words of ours', () => {
  const english =
    /\b(the|and|you|your|of|skip|next|question is|answer|group|keep|begin|people|change your)\b/i;
  expect(read('fr').filter((said) => english.test(said.replace(/^[\w-]+: /, '')))).toEqual([]);
});

test('English cards hold no French words of ours', () => {
  const french = /\b(le|les|vous|votre|et|réponse|passer|groupe|personnes)\b|[«»]/i;
  expect(
    read('en').filter((said) =>
      french.test(said.replace(/^[\w-]+: /, '').replace(/marché.*|Que le car.*/s, '')),
    ),
  ).toEqual([]);
});

describe.each(languages)('the help in %s', (language) => {
  const { say } = viewOf(language);

  test.each(
    commands.filter(
      (word) =>
        !['help', 'resume', 'no-reminders', 'keep-view', 'change-view', ...facilitators].includes(word),
    ),
  )('names %s as it may be typed', (word) => {
    expect(words.get(fold(say(`card.help.words.${word}.name`)))).toBe(word);
  });

  test.each(facilitators)('in a channel names %s as it may be typed', (word) => {
    expect(words.get(fold(say(`card.channel.words.${word}.name`)))).toBe(word);
  });

  test('names the way to receive no more reminders as it may be typed', () => {
    const said = /[«“]\s?([^»”]*rappel|[^”]*reminders)\s?[»”]/.exec(say('card.reminder.how'))?.[1];
    expect(words.get(fold(said ?? ''))).toBe('no-reminders');
    expect(words.get(fold(say('card.reminder.no')))).toBe('no-reminders');
  });
});

describe.each(languages)('without a card, in %s', (language) => {
  const view = viewOf(language);
  const textOf = (name: string) => {
    const reply = samples[name];
    return reply ? render(reply, view).text : '';
  };

  test('a choice says its options, numbered', () => {
    const { options = {} } = view.text.questions['mobility-daily'] ?? {};
    expect(textOf('question-choice')).toContain(numbered(Object.values(options)));
  });

  test('a scale says its five points, numbered', () => {
    const { points = [] } = view.text.questions['mobility-avoidable'] ?? {};
    expect(textOf('question-scale')).toContain(numbered(points));
  });

  test('a trajectory says the five stances, its benefit and its risk', () => {
    const { stances, trajectories } = view.text;
    const text = textOf('trajectory');
    expect(text).toContain(`1. ${stances['-2']}`);
    expect(text).toContain(`5. ${stances[2]}`);
    expect(text).toContain(trajectories['mobility-connected-services']?.benefit);
    expect(text).toContain(trajectories['mobility-connected-services']?.risk);
  });

  test('the profile numbers roles and kinds of territory in one list, as they are read', () => {
    const { roles, territories } = view.text;
    const all = [
      ...view.catalogue.roles.map((id) => roles[id]),
      ...view.catalogue.territories.map((id) => territories[id]),
    ];
    expect(textOf('profile')).toContain(numbered(all));
  });
});

const numbered = (titles: readonly (string | undefined)[]) =>
  titles.map((title, i) => `${i + 1}. ${title}`).join('\n');
