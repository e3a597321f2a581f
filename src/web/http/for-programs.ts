/** Whether an address is of an interface for programs, which answers nobody with a page: ours, or Direct Line's. */
export const isForPrograms = (path: string): boolean => /^\/+(?:api|v3)(?:\/|$)/.test(path);
