import { expect, test } from '@jest/globals';
import { parseSetCookie } from 'cookie';
import { cookieIn, setCookie } from '#web/http/request/cookies.ts';

const spoken = { name: 'langue', value: 'fr', path: '/animation', maxAge: 600 };

test('a cookie of the space is out of reach of scripts and of other sites', () => {
  const shut = { ...spoken, httpOnly: true, sameSite: 'lax' };
  expect(parseSetCookie(setCookie(spoken))).toEqual(shut);
  expect(parseSetCookie(setCookie({ ...spoken, secure: true }))).toEqual({ ...shut, secure: true });
});

test('a cookie that is taken away is gone at once', () => {
  expect(parseSetCookie(setCookie({ ...spoken, value: '', maxAge: 0 }))).toMatchObject({
    value: '',
    maxAge: 0,
  });
});

test.each([
  ['alone', 'langue=fr', 'fr'],
  ['among others', 'a=1; langue=fr;b=2', 'fr'],
  ['twice: the first', 'langue=fr; langue=en', 'fr'],
  ['of a longer name', 'malangue=fr', undefined],
  ['in no header', undefined, undefined],
  ['past what is looked at', `${'a=1; '.repeat(2_000)}langue=fr`, undefined],
  ['of a name that objects have', '__proto__=a; constructor=b', undefined],
])('finds the cookie %s', (_, header, found) => {
  expect(cookieIn(header, 'langue')).toBe(found);
});
