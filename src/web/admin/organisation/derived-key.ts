import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** A key for one purpose of the entry by an organisation's accounts, from that of the space. */
export const derivedKey = (key: KeyObject, purpose: 'passage' | 'identity'): KeyObject =>
  createSecretKey(createHmac('sha256', key).update(`organisation ${purpose}`).digest());
