import type { Recogniser } from '#understanding/recogniser/recogniser.ts';

/**
 * A recogniser as it is while its workers rest: it recognises nothing. A whole program that is started for a few requests
 * would spend most of its time on two workers that nobody asks anything.
 */
export const resting: Recogniser = {
  recognise: async () => ({ numbers: [] }),
  wake: () => undefined,
  warm: async () => undefined,
  makeRoomFor: (work) => work(),
  close: async () => undefined,
};
