import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { type Home, storeContract } from './contract.ts';
import { digestContract } from './digest-contract.ts';
import { onPostgres } from './postgres/suite.ts';

const homes = {
  'the embedded store': {},
  'the embedded store, at its busiest': { pace: { records: 1, bytes: 1 }, remembered: 1 },
};

const contract = (home: () => Promise<Home>) => {
  storeContract(home);
  digestContract(home);
};

describe.each(Object.entries(homes))('%s', (_, options) => {
  contract(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'trajectoires-contract-'));
    return { open: () => openStore(dir, options), leave: () => rm(dir, { recursive: true }) };
  });
});

onPostgres('the store in PostgreSQL', (server) => {
  contract(async () => {
    const url = await (await server()).database();
    return { open: async () => (await openPostgres(url)).store, leave: async () => {} };
  });
});
