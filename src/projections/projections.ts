import type { KeyObject } from 'node:crypto';
import { createChangeFeed } from './change-feed.ts';
import { createClusterPool } from './clusters/draw-clusters.ts';
import { createFreeTexts, type FreeTexts } from './free-texts.ts';
import { createFigureBlur, createReleaseBit } from './group/release-bit.ts';
import { createLastAnswers, type LastAnswers } from './last-answers.ts';
import { createLiveTallies, type LiveTallies, type LiveTalliesParts } from './live-tallies.ts';
import { createPaperSheets, type PaperSheets } from './paper-sheets.ts';
import { createParticipationProjection, type ParticipationProjection } from './participation.ts';
import { createRoomProjection, type RoomProjection } from './room.ts';

/** All that is read of people together. */
export interface Projections {
  readonly tallies: LiveTallies;
  readonly participation: ParticipationProjection;
  readonly texts: FreeTexts;
  readonly lastAnswers: LastAnswers;
  readonly sheets: PaperSheets;
  readonly room: RoomProjection;
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

interface ProjectionParts extends Pick<LiveTalliesParts, 'store' | 'catalogues' | 'now' | 'log' | 'turns'> {
  /** Draws the moments of provisional results. */
  readonly releases: KeyObject;
}

/** Follows the store from now on. */
export function createProjections({ releases, ...parts }: ProjectionParts): Projections {
  const feed = createChangeFeed(parts.store);
  const opinions = createClusterPool();
  const tallies = createLiveTallies({
    ...{ ...parts, feed, draw: opinions.draw },
    drawBit: createReleaseBit(releases),
    blurFigure: createFigureBlur(releases),
  });
  const participation = createParticipationProjection(
    feed,
    parts.catalogues,
    async (consultation) => (await tallies.participationIn(consultation)).took,
  );
  const texts = createFreeTexts(feed);
  const lastAnswers = createLastAnswers(feed);
  const sheets = createPaperSheets(feed);
  const room = createRoomProjection(parts.store);
  feed.start();
  const { ready } = feed;
  const close = () => {
    feed.stop();
    return opinions.close();
  };
  return { tallies, participation, texts, lastAnswers, sheets, room, ready, close };
}
