import { expect, test } from '@jest/globals';
import { contentPolicy, securityHeaders } from '#web/http/security-headers.ts';

const headers = (publicUrl?: string) =>
  new Map(securityHeaders({ frameAncestors: ['self'], ...(publicUrl !== undefined && { publicUrl }) }));

const connects = (publicUrl?: string) =>
  /connect-src ([^;]*)/.exec(headers(publicUrl).get('Content-Security-Policy') ?? '')?.[1];

test('a page speaks to where it came from, and to the sockets of the public address', () => {
  expect(connects()).toBe("'self'");
  expect(connects('https://ville.example')).toBe("'self' wss://ville.example");
  expect(connects('https://ville.example:8443/consultation')).toBe("'self' wss://ville.example:8443");
  expect(connects('http://127.0.0.1:3978')).toBe("'self' ws://127.0.0.1:3978");
});

test('nothing in the policy stands for any host, nor for code within a page', () => {
  const policy = contentPolicy({ frameAncestors: ['self'], publicUrl: 'https://ville.example' });
  expect(policy).not.toMatch(/unsafe|\*|(?:https?|wss?):(?:\s|;|$)/);
});

test('a browser stays with https where the public address is https, and nowhere else', () => {
  expect(headers('https://ville.example').get('Strict-Transport-Security')).toBe('max-age=31536000');
  expect(headers('http://127.0.0.1:3978').has('Strict-Transport-Security')).toBe(false);
  expect(headers().has('Strict-Transport-Security')).toBe(false);
});

test('no page of another site has a hold on ours, and no device is asked for what no page needs', () => {
  const its = headers();
  expect(its.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(its.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  const permissions = its.get('Permissions-Policy') ?? '';
  for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
    expect(permissions).toContain(`${feature}=()`);
  expect(permissions).toContain('fullscreen=(self)');
});
