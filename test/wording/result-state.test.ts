import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { WaitingView } from '#domain/results/group-view.ts';
import { nobody } from '#test/projections/nobody.ts';
import { type ResultMoment, resultState, waitingText } from '#wording/results/result-state.ts';
import { sampleWording } from './sample.ts';

const at = '2026-12-02T09:30:00.000Z';
const closesAt = '2026-12-12T23:00:00.000Z';
const told = (change: Partial<Consultation> = {}) => {
  const wording = sampleWording('fr');
  return { ...wording, consultation: { ...wording.consultation, ...change } };
};

describe('a shown result says what it is', () => {
  test.each<[string, Partial<ResultMoment>, Partial<Consultation>, readonly string[]]>([
    [
      'provisional: what its numbers are, and when the final one comes',
      { kind: 'provisional' },
      { closesAt },
      [
        'Résultat provisoire, du 2 décembre 2026.',
        'Les nombres y sont arrondis, pour que personne ne soit reconnu.',
        'Le résultat final viendra après la fin, le 12 décembre 2026.',
      ],
    ],
    [
      'final: whom it counts, and who left since',
      { left: 3 },
      {},
      [
        'Résultat final, du 2 décembre 2026.',
        'Il tient compte de tous les avis donnés.',
        'Depuis, trois personnes ont effacé leurs réponses.',
      ],
    ],
    [
      'of an earlier end, while people answer again',
      { since: 'reopened' },
      {},
      [
        'Résultat final, du 2 décembre 2026.',
        'Depuis, la consultation a rouvert. Ce résultat sera remplacé à la prochaine clôture, si au moins cinq personnes répondent d’ici là.',
      ],
    ],
    [
      'for one person, whose domains are done in part',
      { kind: 'provisional', only: 'answered' },
      {},
      [
        'Résultat provisoire, du 2 décembre 2026.',
        'Les nombres y sont arrondis, pour que personne ne soit reconnu.',
        'Le résultat final viendra à la fin de la consultation.',
        'Vous voyez les domaines que vous avez terminés. Les autres viendront quand vous y aurez répondu.',
      ],
    ],
    [
      'once the answers are erased',
      {},
      { erasure: { beganAt: at, ...nobody } },
      [
        'Résultat final, du 2 décembre 2026.',
        'Il tient compte de tous les avis donnés.',
        'Les réponses ont été effacées le 2 décembre 2026. Trop peu de personnes avaient répondu pour qu’un résultat reste.',
      ],
    ],
  ])('%s', (_, result, change, lines) => {
    expect(resultState({ kind: 'final', at, minGroup: 5, ...result }, told(change))).toEqual(lines);
  });
});

describe('and where there is none, what it waits for', () => {
  test.each<[Partial<WaitingView>, Partial<Consultation>, string]>([
    [{}, {}, 'Il faut encore au moins trois personnes pour montrer ce que pense le groupe.'],
    [{ until: 'end' }, { closesAt }, 'Le résultat du groupe viendra après la fin, le 12 décembre 2026.'],
    [{ until: 'end' }, {}, 'Le résultat du groupe viendra à la fin de la consultation.'],
    [{ until: 'answers' }, {}, 'Terminez d’abord un domaine. Vous verrez ensuite ce qu’en pense le groupe.'],
    [{ until: 'publication', took: 12 }, {}, '12 personnes ont participé.'],
    [{ until: 'publication' }, {}, 'Le résultat viendra quand l’équipe d’animation l’aura publié.'],
    [
      { until: 'publication' },
      { publishAt: closesAt },
      'Le résultat sera publié le 13 décembre 2026 à 00:00.',
    ],
    [{ until: 'reopening' }, {}, 'Trop peu de personnes ont donné leur avis pour montrer un résultat.'],
  ])('%j %j', (waiting, change, first) => {
    const group = { state: 'waiting', minGroup: 5, needed: 3, ...waiting } as const;
    expect(waitingText(group, told(change))[0]).toBe(first);
  });
});
