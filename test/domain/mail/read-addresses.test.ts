import { expect, test } from '@jest/globals';
import { readAddresses } from '#domain/mail/read-addresses.ts';

test('a pasted list is read line by line, each address once, whatever stands around it', () => {
  const list =
    'anna@ville.example\r\n  Bob Petit <Bob@Ville.Example>, cyd@ville.example;\n\nanna@ville.example\tdan@ville.example';
  expect(readAddresses(list)).toEqual({
    addresses: ['anna@ville.example', 'bob@ville.example', 'cyd@ville.example', 'dan@ville.example'],
  });
  expect(readAddresses(' \n')).toEqual({ addresses: [] });
});

test('what is no address is named by its line', () => {
  expect(readAddresses('anna@ville.example\n\nbob(at)ville.example\ncyd@ville\nx@y.example, oui')).toEqual({
    problems: [
      { line: 3, text: 'bob(at)ville.example' },
      { line: 4, text: 'cyd@ville' },
      { line: 5, text: 'oui' },
    ],
  });
});
