import type { Reply } from '#domain/reply.ts';

/** A reply of one kind. */
export type Said<Label extends Reply['label']> = Extract<Reply, { label: Label }>;
