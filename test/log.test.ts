import { expect, test } from '@jest/globals';
import { createLog } from '#src/log.ts';

const written = (write: (log: ReturnType<typeof createLog>) => void) => {
  const lines: string[] = [];
  write(createLog('trace', { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return { line: lines[0] ?? '', ...JSON.parse(lines[0] ?? '') };
};

const quoting = () => {
  try {
    return JSON.parse('{"text": Marie habite au 3}');
  } catch (error) {
    return error;
  }
};

test.each([
  ['alone', (log) => log.error(quoting())],
  ['with a message', (log) => log.error(quoting(), 'it failed')],
  ['under a name', (log) => log.error({ failure: quoting() }, 'it failed')],
  ['under the name that pino knows', (log) => log.error({ err: quoting() }, 'it failed')],
  ['within something else', (log) => log.warn({ all: [{ why: quoting() }] }, 'it failed')],
  ['as a cause', (log) => log.warn({ failure: new Error('Marie', { cause: quoting() }) }, 'it failed')],
  [
    'of a line of its own',
    (log) => log.info({ failure: new Error('x\n    at Marie (file:1:1)') }, 'it failed'),
  ],
] as const satisfies readonly (readonly [string, (log: ReturnType<typeof createLog>) => void])[])(
  'an error %s is told without its message',
  (_name, write) => {
    const { line } = written(write);
    expect(line).not.toContain('Marie');
    expect(line).toContain('log.test.ts:');
  },
);

test('an error of ours is told with what the operator can do; one of the system by its code', () => {
  const full = Object.assign(new Error('The disk is full'), { remedy: 'Free some space' });
  expect(written((log) => log.error({ failure: full }, 'x')).failure).toMatchObject({
    message: 'The disk is full',
    remedy: 'Free some space',
  });
  const disk = Object.assign(new Error("ENOSPC, '/tmp/Marie'"), {
    code: 'ENOSPC',
    syscall: 'write',
    path: '/tmp/Marie',
  });
  const { line, failure } = written((log) => log.error({ failure: disk }, 'x'));
  expect(failure).toMatchObject({ code: 'ENOSPC', syscall: 'write' });
  expect(line).not.toContain('Marie');
});

test('what is no plain data is left out, and a line stays short', () => {
  class Request {
    readonly cookie = 'Marie';
  }
  const { line } = written((log) =>
    log.info(
      {
        request: new Request(),
        bytes: Buffer.from('Marie'),
        of: { of: { of: { of: { of: 'Marie' } } } },
        run: () => 'Marie',
      },
      'x',
    ),
  );
  expect(line).not.toContain('Marie');
  const long = written((log) =>
    log.info({ all: Array.from({ length: 9_000 }, () => 'x'.repeat(9_000)) }, 'x'),
  );
  expect(long.line.length).toBeLessThan(8_000);
  expect(written((log) => log.info({ n: 1, is: true, none: null, text: 'x', list: [1] }, 'x'))).toMatchObject(
    {
      ...{ n: 1, is: true, none: null, text: 'x', list: [1], msg: 'x' },
    },
  );
});
