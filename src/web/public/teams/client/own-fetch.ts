/**
 * What this page asks its own site with. As it loads, TeamsJS asks a server of Microsoft's which hosts it may believe; the content policy
 * of the page says so already, and the page asks nobody else: TeamsJS takes its own list then. To be imported before it.
 */
export const ownFetch: typeof fetch = window.fetch.bind(window);

window.fetch = () => Promise.reject(new TypeError('This page asks its own site alone'));
