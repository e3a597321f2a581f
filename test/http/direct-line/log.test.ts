import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Log } from '#channels/direct-line/conversation/log.ts';

const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), id: fc.nat(9), text: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant('remove' as const), id: fc.nat(9) }),
  fc.record({ do: fc.constant('read' as const) }),
);

test('whoever reads from watermark to watermark ends with the latest of everything that stands', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const log = new Log({ entries: 100, bytes: 10_000 });
      const truth = new Map<string, string>();
      const screen = new Map<string, string>();
      let mark = 0;
      const read = () => {
        for (const json of log.since(mark)) {
          const { id, text } = JSON.parse(String(json));
          screen.set(id, text);
        }
        mark = log.last;
      };
      for (const one of steps) {
        if (one.do === 'read') read();
        else if (one.do === 'remove') {
          log.remove(String(one.id));
          truth.delete(String(one.id));
        } else {
          const entry = { id: String(one.id), text: one.text };
          log.put(entry.id, Buffer.from(JSON.stringify(entry)));
          truth.set(entry.id, entry.text);
        }
      }
      read();
      for (const [id, text] of truth) expect(screen.get(id)).toBe(text);
      expect(log.since(log.last)).toEqual([]);
      expect(log.since(0)).toHaveLength(truth.size);
      expect(log.bytes).toBe(log.since(0).reduce((sum, json) => sum + json.length, 0));
    }),
  );
});

test('a log never passes its limits once trimmed, and keeps the latest', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 50 }), (sizes) => {
      const log = new Log({ entries: 10, bytes: 100 });
      for (const [i, size] of sizes.entries()) {
        log.put(String(i), Buffer.alloc(size));
        log.trim();
        expect(log.since(0).length).toBeLessThanOrEqual(10);
        expect(log.bytes).toBeLessThanOrEqual(100);
        expect(log.since(0).at(-1)).toHaveLength(size);
      }
    }),
  );
});
