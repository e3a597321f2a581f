/** Saves something that changes meanwhile, one save after the other. */
export interface Saving {
  /** It is not as it was saved any more. */
  changed(): void;
  /** Settles once all that changed so far is durable; after a failure it is still to be saved. */
  durable(): Promise<void>;
}

export function createSaving(save: () => Promise<void>): Saving {
  let isUnsaved = false;
  let last = Promise.resolve();
  const saved = async () => {
    if (!isUnsaved) return;
    isUnsaved = false;
    try {
      await save();
    } catch (error) {
      isUnsaved = true;
      throw error;
    }
  };
  return {
    changed() {
      isUnsaved = true;
    },
    durable() {
      // Who comes while another one saves waits for that save, and tries again if it failed.
      last = last.then(saved, saved);
      return last;
    },
  };
}
