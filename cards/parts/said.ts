import type { Reply } from '#domain/conversation/reply.ts';

/** A reply of one kind. */
export type ReplyOf<Label extends Reply['label']> = Extract<Reply, { label: Label }>;
