import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where a provider keeps its sessions and codes, for as long as a test lasts. */
export function shelf(): (kind: string) => Adapter {
  const all = new Map<string, AdapterPayload>();
  return (kind) => {
    const key = (id: string) => `${kind} ${id}`;
    const mine = () => [...all].filter(([name]) => name.startsWith(`${kind} `));
    const by = (matches: (payload: AdapterPayload) => boolean) =>
      mine().find(([, payload]) => matches(payload))?.[1];
    return {
      upsert: async (id, payload) => void all.set(key(id), payload),
      find: async (id) => all.get(key(id)),
      findByUid: async (uid) => by((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => by((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = all.get(key(id));
        if (payload) all.set(key(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      destroy: async (id) => void all.delete(key(id)),
      async revokeByGrantId(grantId) {
        for (const [name, payload] of mine()) if (payload.grantId === grantId) all.delete(name);
      },
    };
  };
}
