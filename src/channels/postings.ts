import {
  createResultPosting,
  createRoundPosting,
  type Post,
  type Posting,
  type PostingJobs,
} from './post-result.ts';
import { type AfarParts, postAfar, resultMark, roundMark } from './private-posts/post-afar.ts';
import type { Surroundings } from './turns/surroundings.ts';

interface PostingWays {
  /** To whoever is there now. */
  readonly live: Post;
  /** Into channels, which look after themselves. */
  readonly inChannels: Post;
  readonly afar: AfarParts;
}

/** What is posted into every conversation: results as they are published, and that a second round is open. */
export function createPostings(
  surroundings: Surroundings,
  { live, inChannels, afar }: PostingWays,
  jobs: PostingJobs,
): { readonly posting: Posting; readonly roundPosting: Posting } {
  const result = { live, inChannels, kept: postAfar(afar, resultMark) };
  const round = { live, kept: postAfar(afar, roundMark) };
  return {
    posting: createResultPosting(surroundings, result, jobs),
    roundPosting: createRoundPosting(surroundings, round, jobs),
  };
}
