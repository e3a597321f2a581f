import type { Admin } from '../admin.ts';
import { stale } from '../stale.ts';
import { resumePath, type WayBack } from './way-back.ts';

/** `/animation/reprise`: what somebody had written as their session ended, to be sent again by them alone. */
export function mountKept(admin: Admin, wayBack: WayBack): void {
  admin.pageWith(resumePath, 'reader', async (visit, cookies) => {
    const kept = await wayBack.formOf(cookies, visit.account);
    if (kept === undefined) return { kind: 'to', path: '/animation' };
    return { ...stale({ ...visit, path: kept.path }, kept.pairs), status: 200 };
  });
}
