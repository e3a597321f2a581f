import type { Phrases, Say } from '#domain/conversation/phrases.ts';
import type { Html } from '#web/http/pages/html.ts';
import { openGraph } from '#web/http/pages/open-graph.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

interface Previewed extends Pick<Wording, 'consultation' | 'language'> {
  readonly packs: Phrases['packs'];
  readonly say: Say;
  readonly publicUrl: string;
}

/** What is shown of a consultation where its address is shared (Open Graph): what it is about, and nothing of anybody's answers. */
export function preview({ consultation, packs, language, say, publicUrl }: Previewed): Html {
  const { title, territory } = consultationNames({ consultation, catalogue: { packs }, language });
  const description = say('share.preview', { territory });
  const more = { 'og:url': `${publicUrl}/c/${consultation.id}` };
  return openGraph({ type: 'website', title, description, language, more });
}
