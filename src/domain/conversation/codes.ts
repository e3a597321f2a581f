/** The codes by which rules say something, each worded in every language. */

/** Why a typed or tapped reply could not be taken. */
export const retryReasons = [
  'empty',
  'too-long',
  'not-a-choice',
  'ambiguous',
  'not-a-point',
  'not-a-stance',
  'too-many',
  'invalid',
] as const;
export type RetryReason = (typeof retryReasons)[number];

/** Short things the assistant says; each has its wording, and facts to fill in. */
export const notices = [
  'understood',
  'ballot-noted',
  'changed',
  'unchanged',
  'nothing-to-skip',
  'nothing-to-go-back-to',
  'nothing-to-change',
  'nothing-yet',
  'nothing-kept',
  'paused',
  'resumed',
  'welcome-back',
  'open-again',
  'resume-unknown',
  'resume-busy',
  'resume-later',
  'taken-up',
  'language',
  'declined',
  'domain-summary',
  'all-done',
  'not-understood',
  'sent-before',
  'my-data',
  'erased',
  'kept-after-all',
  'content-changed',
  'no-more',
  'closed',
  'not-open-yet',
  'published',
  'published-provisional',
  'publish-waiting',
  'publish-at-end',
  'publish-too-few',
  'publish-unchanged',
  'not-for-you',
  'no-reminders',
  'message-changed',
  'facilitator-welcome',
  'link-used',
  'created',
  'invite-how',
  'invited',
  'no-such-consultation',
  'already-closed',
  'closed-now',
  'reminder',
  'reminded',
  'channel-gone',
  'erasure-soon',
  'out-of-reach',
] as const;
export type NoticeCode = (typeof notices)[number];

/** What may be wrong with the form of a new consultation. */
export const formProblems = [
  'title',
  'territory',
  'domains',
  'date',
  'order',
  'past',
  'language',
  'min-group',
] as const;
export type FormProblem = (typeof formProblems)[number];
