const card = (label: string, body: object[], actions: object[]) => ({
  label,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body, actions },
    },
  ],
});

const button = (title: string, data: object, style?: string) => ({
  type: 'Action.Submit',
  title,
  data,
  ...(style && { style }),
});

const choices = (...values: string[]) => values.map((value) => ({ title: `Choix ${value}`, value }));

const inside = (element: object) => ({ type: 'Container', items: [element] });

/** Cards as an assistant of this kind would send them. */
export const samples = {
  consent: () =>
    card(
      'consent',
      [{ type: 'Input.Toggle', id: 'unclear', title: 'Mes réponses mal comprises peuvent être lues' }],
      [
        button('Je participe', { act: 'consent', agree: true }, 'positive'),
        button('Non merci', { act: 'consent', agree: false }),
      ],
    ),
  profile: () =>
    card(
      'profile',
      [
        {
          type: 'Input.ChoiceSet',
          id: 'roles',
          isMultiSelect: true,
          choices: choices('elected', 'resident'),
        },
        { type: 'Input.ChoiceSet', id: 'territory', choices: choices('town', 'village') },
      ],
      [
        button('Continuer', { act: 'profile' }, 'positive'),
        {
          ...button('Je préfère ne pas répondre', { act: 'profile', decline: true }),
          associatedInputs: 'none',
        },
      ],
    ),
  scale: () =>
    card(
      'question',
      [inside({ type: 'Input.ChoiceSet', id: 'value', choices: choices('1', '2', '3', '4', '5') })],
      [button('Répondre', { act: 'answer', question: 'q-scale' }, 'positive')],
    ),
  text: () =>
    card(
      'question',
      [
        inside({ type: 'Input.Text', id: 'value', isRequired: true, maxLength: 30 }),
        { type: 'Input.Toggle', id: 'shared', title: 'Les personnes qui animent peuvent lire' },
      ],
      [button('Répondre', { act: 'answer', question: 'q-text' }, 'positive')],
    ),
  trajectory: (id: string) =>
    card(
      'trajectory',
      [
        { type: 'Input.ChoiceSet', id: 'stance', choices: choices('-2', '-1', '0', '1', '2', 'dont-know') },
        {
          type: 'Input.ChoiceSet',
          id: 'horizon',
          choices: choices('now', 'under-5', '5-to-10', 'over-10', 'never'),
        },
        { type: 'Input.Toggle', id: 'kept', title: 'Je la retiens' },
        {
          type: 'Input.ChoiceSet',
          id: 'benefits',
          isMultiSelect: true,
          choices: choices('jobs', 'openness', 'environment'),
        },
        { type: 'Input.Text', id: 'condition' },
        { type: 'Input.Toggle', id: 'shared', title: 'Les personnes qui animent peuvent lire' },
      ],
      [button('Valider', { act: 'ballot', trajectory: id }, 'positive')],
    ),
  menu: (next?: string) =>
    card(
      'menu',
      [],
      [
        next === undefined
          ? button('Mon scénario', { act: 'word', word: 'my-scenario' }, 'positive')
          : button('Commencer', { act: 'open', domain: next }, 'positive'),
      ],
    ),
  scenario: () =>
    card('personal-scenario', [], [button('Le groupe', { act: 'word', word: 'group' }, 'positive')]),
  group: () => card('group-scenario', [], [button('Menu', { act: 'word', word: 'menu' }, 'positive')]),
  notice: () => ({ label: 'notice', text: 'C’est noté.' }),
};

/** The content of a sample's card. */
export const contentOf = (reply: { attachments: { content: object }[] }) => reply.attachments[0]?.content;
