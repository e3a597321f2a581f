import { html } from '#web/http/pages/html.ts';

/** Where a consultation is, for a page of another site. */
interface Place {
  /** Where people reach the program, without a final slash. */
  readonly url: string;
  readonly code: string;
}

/** One line that shows the conversation where it stands in a page. */
export const scriptLine = ({ url, code }: Place): string =>
  html`<script src="${url}/integration.js" data-consultation="${code}" async></script>`.html;

/** The same for a site that takes no script of others; `title` says to those who do not see it what the frame holds. */
export const frameLine = ({ url, code }: Place, title: string): string =>
  html`<iframe src="${url}/c/${code}" title="${title}" width="100%" height="720" style="border:0;max-height:80vh" loading="lazy" allow="" referrerpolicy="no-referrer"></iframe>`
    .html;
