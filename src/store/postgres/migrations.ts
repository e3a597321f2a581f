/** Partitions of `participants`. Each costs a lookup when somebody is loaded, and can lie elsewhere: see `Rows`. */
const partitions = 8;

const participants = Array.from(
  { length: partitions },
  (_, n) =>
    `CREATE TABLE trajectoires.participants_${n} PARTITION OF trajectoires.participants
     FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${n})`,
);

/**
 * What makes the tables, step by step; a step that was released never changes, and the next one comes after it. None is taken back:
 * whoever wants the release of before puts back the dump of before.
 *
 * A body is JSON, not JSONB: its keys keep their order, which tells what somebody looked at last, and it holds any text, where JSONB
 * refuses U+0000 and halves of surrogate pairs. `changed` is the transaction that wrote the row (see `Feed`), `writer` the node.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE trajectoires.participants (
       consultation text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       version integer NOT NULL,
       changed bigint NOT NULL,
       writer uuid NOT NULL,
       body json NOT NULL,
       PRIMARY KEY (id, consultation)
     ) PARTITION BY HASH (consultation)`,
    ...participants,
    'CREATE INDEX participants_changed ON trajectoires.participants (changed)',
    `CREATE TABLE trajectoires.records (
       kind text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       version integer NOT NULL,
       changed bigint NOT NULL,
       writer uuid NOT NULL,
       body json NOT NULL,
       PRIMARY KEY (kind, id)
     )`,
    'CREATE INDEX records_changed ON trajectoires.records (changed)',
    'CREATE INDEX records_kind_changed ON trajectoires.records (kind, changed)',
    `CREATE TABLE trajectoires.erased (
       kind text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       changed bigint NOT NULL,
       writer uuid NOT NULL,
       at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (kind, id)
     )`,
    'CREATE INDEX erased_changed ON trajectoires.erased (changed)',
    'CREATE INDEX erased_at ON trajectoires.erased (at)',
  ],
  [
    // What nodes share beside records: see `createPostgresMemory` and `createPostgresHomes`.
    `CREATE TABLE trajectoires.held (
       place text COLLATE "C" PRIMARY KEY,
       text text NOT NULL,
       until timestamptz NOT NULL
     )`,
    'CREATE INDEX held_until ON trajectoires.held (until)',
    `CREATE TABLE trajectoires.nodes (
       id text COLLATE "C" PRIMARY KEY,
       address text NOT NULL,
       seen timestamptz NOT NULL
     )`,
    `CREATE TABLE trajectoires.homes (
       place text COLLATE "C" PRIMARY KEY,
       node text COLLATE "C" NOT NULL
     )`,
    'CREATE INDEX homes_node ON trajectoires.homes (node)',
  ],
  [
    // What is derived of a participant, as what it was made, and of which change: see `RowDigests`.
    `ALTER TABLE trajectoires.participants
       ADD COLUMN digest text, ADD COLUMN digest_form text COLLATE "C", ADD COLUMN digested bigint`,
  ],
];
