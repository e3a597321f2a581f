import { site } from '../site.ts';

/** The browser holds the page itself from now on, so that it opens offline; where it may not, it does not. */
export function holdShell(): void {
  // Missing where the page is served without TLS, or within another site that keeps nothing.
  if (self === top) void navigator.serviceWorker?.register(new URL('worker.js', site)).catch(() => undefined);
}

/** Nor does the page itself leave a trace. */
export async function letGoOfShell(): Promise<void> {
  const registered = await navigator.serviceWorker?.getRegistration(site.href);
  await registered?.unregister();
  const names = self.caches === undefined ? [] : await caches.keys();
  for (const name of names) if (name.startsWith(`trajectoires:${site.pathname} `)) await caches.delete(name);
}
