import type { Participant } from '#domain/participant/participant.ts';
import { call } from './call.ts';
import type { Heard, Person } from './person.ts';

/** What a person downloads of themselves, by the link that the chat gives. */
export async function kept(person: Person): Promise<Participant> {
  const { card } = person;
  const { replies } = await person.submit({ act: 'word', word: 'my-data' });
  person.card = card;
  const { status, body } = await call(downloadLink(replies));
  if (status !== 200) throw new Error(`The download answered ${status}`);
  return body;
}

export function downloadLink(replies: readonly Heard[]): string {
  const found = JSON.stringify(replies).match(
    /"Action\.OpenUrl","title":"[^"]*","url":"([^"]*my-data[^"]*)"/,
  );
  if (found?.[1] === undefined) throw new Error(`No link to download in ${JSON.stringify(replies)}`);
  return found[1];
}
