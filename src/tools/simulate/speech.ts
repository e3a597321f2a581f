/** What simulated people type, by language. */
export interface Speech {
  readonly unclear: readonly [string, ...string[]];
  readonly dontKnow: readonly [string, ...string[]];
  readonly yes: readonly [string, ...string[]];
  /** Turning to something else. */
  readonly asides: readonly [string, ...string[]];
  readonly otherLanguage: string;
  readonly menu: string;
  readonly myScenario: string;
  readonly group: string;
  readonly and: string;
  /** A point of a scale, in words. */
  readonly points: readonly [(n: number) => string, ...((n: number) => string)[]];
  readonly sentences: readonly [string, ...string[]];
  /** On what condition a trajectory would be welcome, and what worries people about it. */
  readonly conditions: readonly [string, ...string[]];
  readonly concerns: readonly [string, ...string[]];
}

export const speech: Readonly<Record<'fr' | 'en', Speech>> = {
  fr: {
    unclear: ['hmm', 'bof', 'ça dépend', '🤔', '…', 'euh', 'pourquoi cette question'],
    dontKnow: ['je ne sais pas', 'Aucune idée', 'je sais pas'],
    yes: ['oui', "d'accord", 'Oui'],
    asides: ['menu', 'retour', 'mon scénario', 'aide', 'MENU', 'mon scenario'],
    otherLanguage: 'english',
    menu: 'menu',
    myScenario: 'mon scénario',
    group: 'le groupe',
    and: ' et ',
    points: [(n) => `${n}`, (n) => `plutôt ${n}`, (n) => `${n} sur 5`],
    sentences: [
      'Il faudrait plus de services près de chez nous.',
      'Que les gens se parlent davantage.',
      'Surtout ne pas oublier ceux qui n’ont pas Internet.',
      'Un lieu ouvert le soir, pour tous.',
      'À condition que cela reste simple et gratuit.',
      'Je crains que nos données partent ailleurs.',
    ],
    conditions: [
      'Que cela reste simple et gratuit.',
      'Que quelqu’un aide ceux qui n’ont pas Internet.',
      'Qu’on puisse encore téléphoner ou venir sur place.',
      'Que la commune garde la main sur les données.',
      'Qu’on l’essaie d’abord dans un seul quartier.',
      'Une bonne connexion partout, même dans les hameaux.',
    ],
    concerns: [
      'Que nos données partent ailleurs.',
      'Que les plus âgés restent de côté.',
      'Que le guichet ferme parce qu’il y a un écran.',
      'Qui paiera l’entretien dans dix ans ?',
      'Encore un abonnement de plus.',
    ],
  },
  en: {
    unclear: ['hmm', 'meh', 'it depends', '🤔', '…', 'er'],
    dontKnow: ["I don't know", 'no idea', 'dont know'],
    yes: ['yes', 'Yes', 'ok'],
    asides: ['menu', 'back', 'my scenario', 'help'],
    otherLanguage: 'français',
    menu: 'menu',
    myScenario: 'my scenario',
    group: 'group',
    and: ' and ',
    points: [(n) => `${n}`, (n) => `rather ${n}`, (n) => `${n} out of 5`],
    sentences: [
      'More services close to home.',
      'That people talk to each other more.',
      'As long as it stays simple and free.',
      'A place that is open in the evening.',
    ],
    conditions: [
      'That it stays simple and free.',
      'That somebody helps those who are not online.',
      'That one can still ring or come in person.',
      'That it is tried in one neighbourhood first.',
    ],
    concerns: [
      'That our data go somewhere else.',
      'That older people are left out.',
      'Who will pay for it in ten years?',
    ],
  },
};
