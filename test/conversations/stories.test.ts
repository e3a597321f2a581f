import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { Consultation } from '#domain/consultation/consultation.ts';
import { Participant } from '#domain/participant/participant.ts';
import { group } from '../cards/samples/group.ts';
import { recognise } from '../understanding/warm.ts';
import { play, Transcript } from './transcript.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const folder = 'test/conversations/stories';

describe.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
  const stories = Transcript.array().parse(parse(readFileSync(`${folder}/${file}`, 'utf8')));

  test.each(stories)(
    '$story',
    async (story) => {
      const { facilitator = false, creates = false, closed = false, language = 'fr', now } = story;
      const world = newWorld(recognise, {
        consultation: Consultation.parse({ ...newConsultation({ closed }), ...story.consultation }),
        facilitator,
        creates,
        ...(story.result && { group: () => group }),
        ...(now && { now }),
      });
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
        for (const path of turn.lacks ?? []) expect(participant).not.toHaveProperty(path);
        expect({ said, effect }).toMatchObject({ said, effect: turn.effect });
      }
    },
    60_000,
  );
});
