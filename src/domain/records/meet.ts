/** What may be filled in, one by one, each as a text under its name. */
export type Leaves = ReadonlyMap<string, string>;

/** One thing that two people changed at the same time, each to something else. */
export interface Conflict {
  readonly name: string;
  readonly theirs: string;
  readonly mine: string;
}

/** What comes of a form that was filled in while somebody else may have saved. */
export interface Meeting {
  /** What only they changed, or both to the same: it stays as it is. */
  readonly theirs: ReadonlySet<string>;
  readonly conflicts: readonly Conflict[];
}

/**
 * Compares what is sent with what stands, one by one, by what stood when the form was drawn: what I left as it was is theirs to
 * have changed, what they left is mine, and what both changed is for somebody to choose. `wasDrawn` says whether something was drawn
 * with this text; nothing: it was not drawn, and is taken as it is sent.
 */
export function meet(
  mine: Leaves,
  standing: Leaves,
  wasDrawn: (name: string, text: string) => boolean | undefined,
): Meeting {
  const theirs = new Set<string>();
  const conflicts: Conflict[] = [];
  for (const [name, text] of mine) {
    const stands = standing.get(name);
    if (stands === undefined || stands === text || wasDrawn(name, stands) !== false) continue;
    if (wasDrawn(name, text)) theirs.add(name);
    else conflicts.push({ name, theirs: stands, mine: text });
  }
  return { theirs, conflicts };
}
