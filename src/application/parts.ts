import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { UsualInformation } from '#domain/consultation/settings/information.ts';
import type { Store } from '#store/store.ts';
import type { AuditLog } from './audit/audit-log.ts';

/** What use cases work with; each takes what it needs. */
export interface ApplicationParts {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly audit: AuditLog;
  readonly now: () => string;
  /** What people of a consultation read before they agree when it has no text of its own. */
  readonly usualInformation: UsualInformation;
  /** Draws what tells two consultations of the same title apart: 4 letters and figures. */
  readonly newMark: () => string;
}

/** Why nothing was done, of any use case. */
export type NotDone =
  /** Whoever acts may not. */
  | { readonly outcome: 'forbidden' }
  /** What it is about is not there. */
  | { readonly outcome: 'missing' };

export const forbidden = { outcome: 'forbidden' } as const;
export const missing = { outcome: 'missing' } as const;
