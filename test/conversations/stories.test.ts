import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { Participant } from '#domain/participant.ts';
import { startRecogniser } from '#domain/reading/recogniser.ts';
import { play, Transcript } from './transcript.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const recogniser = startRecogniser();
afterAll(() => recogniser.close());

const folder = 'test/conversations/stories';

describe.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
  const stories = Transcript.array().parse(parse(readFileSync(`${folder}/${file}`, 'utf8')));

  test.each(stories)(
    '$story',
    async (story) => {
      const consultation = newConsultation({ closed: story.closed ?? false });
      const { facilitator = false, language = 'fr', now } = story;
      const world = newWorld(recogniser.recognise, { consultation, facilitator, ...(now && { now }) });
      for await (const { said, replies, participant, effect, turn } of play(
        story,
        Participant.parse({ ...newPerson({ language }), ...story.from }),
        world,
      )) {
        const expected = turn.bot.map((one) => (typeof one === 'string' ? { label: one } : one));
        expect({ said, replies }).toEqual({
          said,
          replies: expected.map((facts) => expect.objectContaining(facts)),
        });
        if (turn.leaves) expect({ said, participant }).toMatchObject({ said, participant: turn.leaves });
        expect({ said, effect }).toEqual({ said, effect: turn.effect });
      }
    },
    20_000,
  );
});
