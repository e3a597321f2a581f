import { join } from 'node:path';
import type { DirectLine } from '#channels/direct-line/direct-line.ts';
import { createSealedTexts } from '#store/files/sealed-texts.ts';
import type { Database } from '#store/postgres/database.ts';
import { createPostgresHomes } from '#store/postgres/shared/postgres-homes.ts';
import { createPostgresMemory } from '#store/postgres/shared/postgres-memory.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import { createSharedTexts, type SealedTexts } from '#store/shared/sealed-texts.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import { keptFor } from '#web/admin/kept/kept-forms.ts';
import { createRelay, type Relay } from '#web/http/nodes/relay.ts';
import { createToldAddress } from '#web/http/nodes/told-address.ts';
import { type ClientAddress, createClientAddress } from '#web/http/request/client-address.ts';
import { nodeAddress } from './config/addresses.ts';
import type { Config } from './config.ts';
import { keyFor, type ProgramKeys } from './keys.ts';

/** What the nodes of an installation hold together beside its records; one that is alone holds it by itself. */
export interface Shared {
  readonly memory: SharedMemory;
  readonly sealedTexts: SealedTexts;
  close(): void;
}

export function shareIn(
  database: Database | undefined,
  { dataDir }: Pick<Config, 'dataDir'>,
  keys: ProgramKeys,
  now: () => number,
): Shared {
  if (database === undefined) {
    const sealedTexts = createSealedTexts(join(dataDir, 'kept-forms'), { ...keptFor, now });
    return { memory: createInProcessMemory(now), sealedTexts, close: () => sealedTexts.close() };
  }
  const memory = createPostgresMemory({ database, key: keyFor(keys, 'mémoire partagée') });
  return { memory, sealedTexts: createSharedTexts(memory, keptFor), close: () => memory.close() };
}

/** Who asks, and how what is asked gets to the node where it is answered. */
export interface Ways {
  readonly addressOf: ClientAddress;
  /** Absent: there is no other node. */
  readonly relay?: Relay;
  /** Once this node listens. */
  start(): Promise<void>;
  /** Conversations are other nodes' to take from now on; whoever listens through here comes back by one of those. */
  leave(): Promise<void>;
  close(): void;
}

export function createWays(
  database: Database | undefined,
  directLine: DirectLine,
  {
    config,
    keys,
    port,
  }: { readonly config: Config; readonly keys: ProgramKeys; readonly port: () => number },
): Ways {
  if (database === undefined) {
    const nothing = async () => undefined;
    const addressOf = createClientAddress(config.trustedProxies);
    return { addressOf, start: nothing, leave: nothing, close: () => undefined };
  }
  const key = keyFor(keys, 'nœuds');
  const homes = createPostgresHomes({
    ...{ database, key, address: () => nodeAddress(config, port()) },
    isLive: directLine.isLive,
    onLost: directLine.letGo,
    onSilent: (silent) => relay.giveUp(silent),
  });
  const told = createToldAddress(key);
  const addressOf = createClientAddress(config.trustedProxies, told.of);
  const relay = createRelay({ homes, told, addressOf });
  return {
    ...{ addressOf, relay, start: homes.start },
    async leave() {
      // Without the database nobody can be told, and nobody takes anything.
      await homes.leave().catch(() => undefined);
      relay.hangUp();
      await directLine.part();
    },
    close() {
      homes.close();
      relay.close();
    },
  };
}
