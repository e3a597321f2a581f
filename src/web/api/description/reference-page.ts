import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import type { openApi } from './open-api.ts';

type Description = ReturnType<typeof openApi>;
type Operation = Description['paths'][string][string];

export interface ReferenceSheet {
  /** In the language of the page. */
  readonly description: Description;
  readonly say: Say;
  readonly language: Language;
  readonly other?: Language;
  readonly addresses: Pick<Addresses, 'base' | 'style' | 'icon'>;
  readonly publicUrl: string;
}

/** The programming interface for people who are to write a program: how to get in, then each call and each signal with an example. */
export function referencePage({
  description,
  say,
  language,
  other,
  addresses,
  publicUrl,
}: ReferenceSheet): string {
  const { paths, webhooks } = description;
  const calls = Object.entries(paths).flatMap(([path, its]) =>
    Object.entries(its).map(([method, one]) => callPart(method, path, one, say)),
  );
  const curl = `curl -H "Authorization: Bearer $KEY" ${publicUrl}/api/consultations`;
  return document(
    { language, title: say('page.title', { consultation: say('api-reference.title') }), addresses },
    html`
<a class="skip" href="#content">${say('api-reference.skip')}</a>
<header class="banner">
  <span class="home"><img src="${addresses.icon}" alt="" width="40" height="40"> ${say('page.name')}</span>
  <nav aria-label="${say('api-reference.pages')}">
    ${other === undefined ? '' : html`<a lang="${other}" hreflang="${other}" href="?lang=${other}">${say('page.other-language')}</a>`}
  </nav>
</header>
<main id="content">
<article class="trajectory">
<h1>${say('api-reference.title')}</h1>
<p class="lead">${say('api-reference.lead')}</p>
<section>
<h2>${say('api-reference.key.title')}</h2>
<p>${say('api-reference.key.how')}</p>
${code(curl)}
<p>${say('api-reference.key.limits')}</p>
</section>
<section>
<h2>${say('api-reference.document.title')}</h2>
<p>${say('api-reference.document.what')} <a href="/api/openapi.json">${say('api-reference.document.link')}</a></p>
</section>
<section>
<h2>${say('api-reference.calls.title')}</h2>
${joined(calls, '\n')}
</section>
<section>
<h2>${say('api-reference.signals.title')}</h2>
<p>${say('api-reference.signals.how')}</p>
${joined(
  Object.entries(webhooks).map(([type, { post }]) =>
    folded(type, post.summary, [
      named(say('api-reference.message'), post.requestBody.content['application/json'].example),
    ]),
  ),
  '\n',
)}
</section>
</article>
</main>
${legalLinks(say, language)}`,
  );
}

function callPart(
  method: string,
  path: string,
  { summary, security, parameters, requestBody, responses }: Operation,
  say: Say,
): Html {
  const names = parameters.map(({ name }) => name).join(', ');
  const [scopes = []] = security.map(({ key }) => key);
  const statuses = Object.keys(responses);
  const refusals = statuses.filter((status) => Number(status) >= 400).join(', ');
  return folded(`${method.toUpperCase()} ${path}`, summary, [
    html`<p>${say('api-reference.scopes', { scopes: scopes.join(', ') })}${names === '' ? '' : html`<br>${say('api-reference.parameters', { names })}`}</p>`,
    requestBody && named(say('api-reference.body'), requestBody.content['application/json'].example),
    ...Object.entries(responses).flatMap(([status, its]) =>
      Number(status) < 300 ? [answerPart(status, its, say)] : [],
    ),
    html`<p class="quiet">${say('api-reference.refusals', { statuses: refusals })}</p>`,
  ]);
}

function answerPart(status: string, answer: object, say: Say): Html {
  if (!('content' in answer)) return html`<p>${say('api-reference.answer-none', { status })}</p>`;
  const { content } = answer;
  const isJson = typeof content === 'object' && content !== null && 'application/json' in content;
  const json = isJson ? content['application/json'] : undefined;
  if (typeof json !== 'object' || json === null || !('example' in json))
    return html`<p>${say('api-reference.answer-file', { status })}</p>`;
  return named(say('api-reference.answer', { status }), json.example);
}

const folded = (name: string, summary: string, parts: readonly (Html | undefined)[]): Html =>
  html`<details class="call"><summary><code>${name}</code><br>${summary}</summary>
${joined(
  parts.flatMap((part) => part ?? []),
  '\n',
)}
</details>`;

const named = (title: string, value: unknown): Html =>
  html`<p>${title}</p>${code(JSON.stringify(value, undefined, 2))}`;

const code = (text: string): Html => html`<pre tabindex="0"><code>${text}</code></pre>`;
