import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import type { Wording } from '#wording/wording.ts';
import type { AdminOptions } from '../options.ts';
import type { Member } from '../visit.ts';

/** What the sections of the page are composed from. */
export interface Invited {
  readonly visit: Member;
  readonly consultation: Consultation;
  readonly phase: ReturnType<typeof phaseOf>;
  /** Where people reach the program, without a final slash. */
  readonly url: string;
  /** Where they reach the consultation. */
  readonly address: string;
  /** One view a language in which it is held. */
  readonly views: readonly [Wording, ...Wording[]];
  /** Whether they who look may change something. */
  readonly mayChange: boolean;
}

export type InviteParts = Pick<
  AdminOptions,
  'application' | 'documents' | 'phrases' | 'viewOf' | 'publicUrl' | 'isInTeams'
>;

export function invited(
  visit: Member,
  consultation: Consultation,
  { viewOf, publicUrl }: InviteParts,
): Invited {
  const url = publicUrl();
  const phase = phaseOf(consultation, visit.now);
  return {
    ...{ visit, consultation, phase, url },
    address: `${url}/c/${consultation.id}`,
    views: viewsOf(visit, consultation, viewOf),
    mayChange: allows(visit.role, 'facilitator') && phase !== 'archived',
  };
}

function viewsOf(
  { languages }: Member,
  consultation: Consultation,
  viewOf: InviteParts['viewOf'],
): Invited['views'] {
  const spoken = languages.filter((one) => consultation.languages?.includes(one) ?? true);
  const [first = consultation.language, ...others] = spoken;
  return [viewOf(consultation, first), ...others.map((one) => viewOf(consultation, one))];
}
