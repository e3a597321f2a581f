import type { NoticeCode, RetryReason } from '#domain/reply.ts';

/** Every code, each once: a new one is missed by the compiler. */
const noticeCodes = {
  noted: true,
  'ballot-noted': true,
  changed: true,
  skipped: true,
  'nothing-to-skip': true,
  'nothing-to-go-back-to': true,
  'nothing-to-change': true,
  'nothing-yet': true,
  paused: true,
  resumed: true,
  'welcome-back': true,
  'resume-unknown': true,
  'resume-busy': true,
  language: true,
  declined: true,
  'domain-summary': true,
  'all-done': true,
  'not-understood': true,
  'my-data': true,
  erased: true,
  'kept-after-all': true,
  closed: true,
  'not-open-yet': true,
  'content-changed': true,
  published: true,
  'publish-waiting': true,
  'publish-unchanged': true,
  'not-for-you': true,
  'group-invitation': true,
} satisfies Record<NoticeCode, true>;

const retryReasonCodes = {
  empty: true,
  'too-long': true,
  'not-a-choice': true,
  ambiguous: true,
  'not-a-point': true,
  'not-a-stance': true,
  'too-many': true,
  invalid: true,
} satisfies Record<RetryReason, true>;

export const notices = Object.keys(noticeCodes) as NoticeCode[];
export const retryReasons = Object.keys(retryReasonCodes) as RetryReason[];
