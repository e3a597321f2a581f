import { parentPort } from 'node:worker_threads';
import { type Ballots, opinionAmong } from '#scenario/analysis/clusters/opinion.ts';

/** The thread on which opinion groups are drawn: one question, one answer. */
parentPort?.once('message', (ballots: Ballots) => parentPort?.postMessage(opinionAmong(ballots)));
