import type { Member } from '../admin/member.ts';

export const screenPath = '/animation/c/decouverte/salle/direct';

/** Presses a button of the screen, as a browser without a script is; resolves to the page that it leads to. */
export async function press(who: Member, act: string, fields: Readonly<Record<string, string>> = {}) {
  const { text } = await who.get(`${screenPath}?lang=fr`);
  const seance = /name="seance" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const ou = /data-place="([^"]+)"/.exec(text)?.[1] ?? '';
  return who.post(`${screenPath}?lang=fr`, { acte: act, seance, ou, ...fields });
}

/** Five answers for a question of one's own. */
export const labels = {
  ...{ 'point-0': 'Non', 'point-1': 'Plutôt non', 'point-2': 'Bof', 'point-3': 'Oui' },
  'point-4': 'Tout à fait',
};
