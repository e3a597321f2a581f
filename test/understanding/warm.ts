import type { Recognise } from '#understanding/reading.ts';
import * as worker from '#understanding/recogniser/worker.ts';

/**
 * The recognizers without their thread: what suites read is short, and none waits for a deadline. Warming them takes some
 * seconds of a processor, once for all suites that a worker of Jest's runs.
 */
export const recognise: Recognise = async (text, language) => worker.recognise({ text, language });
