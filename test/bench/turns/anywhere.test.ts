import { expect, test } from '@jest/globals';
import { anywhere } from './anywhere.ts';

test('connections, homes and sockets meet in every way alike often', () => {
  const ways = Array.from({ length: 27 }, (_, person) => {
    const { home, socket } = anywhere(person, 3);
    return `${person % 3} ${home} ${socket}`;
  });
  expect(new Set(ways).size).toBe(27);
});

test('where there is one node, everything is there', () => {
  for (const person of [0, 1, 31]) expect(anywhere(person, 1)).toEqual({ home: 0, socket: 0 });
});
