import { receiver } from '#test/http/api/hooks/receiver.ts';
import type { Part } from '../part.ts';
import { hung } from './hung.ts';
import { installation } from './installation.ts';
import { kills, ordinary } from './kills.ts';
import { askForLetters, letters, lettersAtOnce, resultLetters } from './letters.ts';
import { entered, linkOnce, rateOnce, signalled } from './once.ts';
import { outcome, signals } from './outcome.ts';
import { nextRelease } from './release.ts';
import { rolling } from './rolling.ts';
import { livePages } from './streams.ts';

/**
 * Three nodes on one PostgreSQL, killed, stopped, standing still and replaced by the next release under people who come through a balancer;
 * the database dies once.
 */
export const nodes: Part = async (torture) => {
  const [its, release, other] = await Promise.all([installation(), nextRelease(), receiver()]);
  try {
    const owner = await entered(torture, its);
    await signalled(owner, other);
    await linkOnce(torture, its);
    await livePages(torture, its, owner);
    await rateOnce(torture, its);
    await letters(torture, its, owner, 'dies');
    await letters(torture, its, owner, 'stands still');
    const crowds = [
      await kills(torture, its, ordinary(torture)),
      await hung(torture, its),
      await rolling(torture, its, release),
    ];
    const everybody = crowds.flatMap((crowd) => crowd.everybody);
    await outcome(torture, its, everybody, release.code);
    await resultLetters(torture, its, owner);
    await other.until(1);
    signals(other, torture);
    for (const line of its.complaints().slice(0, 5))
      torture.wrong(`A node complained: ${line.slice(0, 600)}`);
  } finally {
    await its.remove();
    await release.remove();
    await other.stop();
  }
};

/** The same in small, which can stand among the tests: two nodes and six people; one node dies, one stops, and the database dies. */
export const fewNodes: Part = async (torture) => {
  const its = await installation(2);
  try {
    const owner = await entered(torture, its);
    await linkOnce(torture, its);
    const plan = { people: 6, ways: ['SIGKILL', 'SIGTERM'], least: 2, most: 2 } as const;
    const { everybody } = await kills(torture, its, plan);
    await askForLetters(its);
    await lettersAtOnce(torture, its, owner, 'reminder');
    await outcome(torture, its, everybody);
  } finally {
    await its.remove();
  }
};
