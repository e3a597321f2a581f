/** A guid of this made-up town. */
const guid = (n: number) => `5e1c0de0-0000-4000-8000-${`${n}`.padStart(12, '0')}`;

function person(n: number, givenName: string, surname: string) {
  const email = `${givenName}.${surname}@example.org`.toLowerCase();
  const name = `${givenName} ${surname}`;
  return {
    ...{ id: `29:${n}`, name, givenName, surname, email },
    userPrincipleName: email,
    aadObjectId: guid(n),
  };
}

/** Who is there and where they talk, in the words of the Playground's configuration; it wants five people beside the one who uses it. */
export const town = {
  version: '0.1.1',
  tenantId: guid(0),
  bot: { id: '28:trajectoires', name: 'Trajectoires' },
  currentUser: person(1, 'Claire', 'Martin'),
  users: [
    person(2, 'Hugo', 'Bernard'),
    person(3, 'Samia', 'Benali'),
    person(4, 'Louis', 'Petit'),
    person(5, 'Awa', 'Diallo'),
    person(6, 'Jeanne', 'Moreau'),
  ],
  personalChat: { id: 'a:claire' },
  groupChat: { id: '19:group@thread.v2', name: 'Comité de pilotage' },
  team: {
    id: '19:team@thread.tacv2',
    name: 'Bourg-Neuf',
    aadGroupId: guid(7),
    channels: [{ id: '19:habitants@thread.tacv2', name: 'Habitants' }],
  },
} as const;
