/**
 * A page that shows another one as the clients of Teams do: it answers what TeamsJS asks (messages of `window.postMessage`, with an id and
 * the name of a function), and keeps what it is told. `told`: the functions that were called, in order.
 */
export const teamsHost = (address: string, { theme = 'default', locale = 'fr-FR', frame = 'content' } = {}) =>
  `<!doctype html><html lang="fr"><title>Teams</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
<iframe title="Onglet" src="${address}"></iframe>
<script>
const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: { config: {}, tabs: {} }, meeting: {} } });
const context = { theme: ${JSON.stringify(theme)}, locale: ${JSON.stringify(locale)}, frameContext: ${JSON.stringify(frame)}, hostClientType: 'web', entityId: 'x' };
const answers = { initialize: () => [${JSON.stringify(frame)}, 'web', runtime, '2.0.0'], getContext: () => [context], 'settings.setSettings': () => [true, ''], 'pages.config.setConfig': () => [true, ''] };
window.told = [];
let valid = false;
addEventListener('message', ({ data, source, origin }) => {
  const { id, uuid, uuidAsString, func, args } = data;
  if (func === undefined) return;
  window.told.push([func, ...(args ?? [])]);
  if (func in answers) source.postMessage({ id, uuid, uuidAsString, args: answers[func]() }, origin);
});
window.send = (func, args) => document.querySelector('iframe').contentWindow.postMessage({ func, args }, '*');
</script>`;
