import type { ApplicationParts } from '#application/parts.ts';
import { tellRestore } from '#application/start/tell-restore.ts';
import { forgetOldLinks, makeSignInLink } from '#application/team/sign-in-links.ts';
import type { Invitations } from '#channels/invitations.ts';
import type { Kept } from './open-kept.ts';

/** Ways in that a start tells whoever runs the program. */
export interface StartLinks {
  /** Opens a consultation as a facilitator, once. */
  readonly facilitatorLink: string;
  /** Opens the facilitator's space to whoever runs the program, once. */
  readonly spaceLink: string;
  /** The same once more, for whoever lost every way in. */
  newSpaceLink(): Promise<string>;
}

interface Parts {
  readonly application: ApplicationParts;
  readonly invitations: Invitations;
  readonly kept: Pick<Kept, 'files' | 'database'>;
  /** Where people reach the program, without a final slash. */
  readonly url: string;
}

/** Makes the links of this start, once those of earlier ones are forgotten; who asked for a restore has a link from it. */
export async function startLinks(
  code: string,
  { application, invitations, kept: { files, database }, url }: Parts,
): Promise<StartLinks> {
  const facilitatorLink = `${url}/facilitator#${await invitations.issue(code)}`;
  await forgetOldLinks(application, database === undefined);
  if (files && files.restored.outcome !== 'none') {
    const { restored } = files;
    await tellRestore(application, restored.planned, 'why' in restored ? restored.why : undefined);
  }
  const newSpaceLink = async () =>
    `${url}/animation/entree/${await makeSignInLink(application, { who: 'operator' })}`;
  return { facilitatorLink, spaceLink: await newSpaceLink(), newSpaceLink };
}
