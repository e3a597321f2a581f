import { readFileSync } from 'node:fs';
import { converse } from '#dialogs/converse.ts';
import { render } from '#cards/render.ts';
import { viewOf } from '../cards/samples/view.ts';
import { newPerson, newWorld } from './world.ts';
const world = newWorld(async () => ({ numbers: [] }));
const lang = process.argv[3] ?? 'fr';
let person: any = newPerson({ language: lang });
const view = viewOf(lang, 'Action.Submit');
const short = process.argv[4] === 'short';
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)) {
  const event: any = line.startsWith('{') ? { kind: 'submit', value: JSON.parse(line) } : line === '(opens)' ? { kind: 'joined' } : { kind: 'text', text: line };
  const turn = await converse(person, event, world);
  person = { ...turn.participant, version: 1 };
  console.log('\n>>> ' + line);
  for (const r of turn.replies) {
    const { text, card } = render(r, view);
    const acts: string[] = [];
    const walk = (n: any) => { if (Array.isArray(n)) n.forEach(walk); else if (n && typeof n === 'object') { if (String(n.type).startsWith('Action.')) acts.push(n.title + (n.style === 'positive' ? '*' : '')); Object.values(n).forEach(walk); } };
    if (card) { walk(card.body); walk(card.actions); }
    const lines = text.split('\n');
    console.log(`[${r.label}${'about' in r ? ' ' + r.about : ''}] ` + (short && lines.length > 6 ? lines.slice(0, 2).join(' / ') + ' …' : lines.join(' / ')) + (acts.length ? '   {' + acts.join(' | ') + '}' : ''));
  }
}
console.log(JSON.stringify({ answers: person.answers, ballots: person.ballots, profile: person.profile }));
