import type { FastifyReply, FastifyRequest } from 'fastify'
import { directionOf } from '../../kernel/messages.ts'
import { acceptedLanguage, findLanguage, languages, nameOfLanguage } from '../languages.ts'

/** Markup that is safe to send: made by `html`, which escapes all that is put into it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | null | undefined | false | readonly Part[]

/** A piece of a page: every value is escaped, except what `html` itself has made; lists are joined, nothing is nothing. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.map((text, at) => text + (at < parts.length ? markupOf(parts[at]) : '')).join(''))
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (Array.isArray(part)) return part.map(markupOf).join('')
  return String(part).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** The language of a page for customers: the one asked for in `?lang=`, else the browser's, else the workspace's. */
export function pageLanguage(request: FastifyRequest, fallback: string): string {
  const asked = (request.query as { lang?: unknown }).lang
  const chosen = typeof asked === 'string' ? findLanguage(asked) : undefined
  return chosen ?? acceptedLanguage(request.headers['accept-language']) ?? findLanguage(fallback) ?? 'en'
}

/** The ways to the same page in the other languages. */
export function languageLinks(language: string, offered: readonly string[] = languages): Html {
  const others = offered.filter(other => other !== language)
  return html`<p class="small">${others.map(
    other => html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${nameOfLanguage(other)}</a> `,
  )}</p>`
}

export interface PublicPage {
  title: string
  language: string
  /** The company that speaks to its customer. */
  company: string
  body: Html
}

/** A whole page for customers: no scripts, no cookies, nothing from elsewhere, not to be indexed or framed. */
export function publicPage({ title, language, company, body }: PublicPage): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${company}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header><p>${company}</p></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.markup
}

/** Sends a page for customers; what stands on it is about one person and is kept by nobody. */
export function sendPage(reply: FastifyReply, page: PublicPage, status = 200): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(publicPage(page))
}

const style = new Html(`
:root{--page:#f6f6f8;--card:#fff;--text:#1c1d22;--soft:#5b5e69;--line:#dcdde3;--accent:#3b4fc4;--on:#fff;--bad:#b3261e;--good:#146c43}
@media (prefers-color-scheme:dark){:root{--page:#131418;--card:#1c1e24;--text:#ececf1;--soft:#a9acb8;--line:#34363f;--accent:#aab6ff;--on:#12142b;--bad:#ffb4ab;--good:#7fdba8}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main{max-width:36rem;margin:0 auto;padding:0 1.25rem}
header p{margin:2rem 0 .75rem;color:var(--soft);font-weight:600}
main{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.5rem 1.25rem 1.75rem}
@media (min-width:40rem){main{padding:2rem}}
@media (max-width:38rem){main{border-width:1px 0;border-radius:0}}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .75rem}h2{font-size:1.0625rem;margin:1.75rem 0 .5rem}
p{margin:.5rem 0 1rem}.soft{color:var(--soft)}.small{font-size:.875rem}.bad{color:var(--bad)}.good{color:var(--good)}
a{color:var(--accent)}form{margin:1rem 0 0}
label{display:block;font-weight:600;margin:1rem 0 .25rem}label .soft,label.plain{font-weight:400}
input:not([type=checkbox]):not([type=radio]),select,textarea{width:100%;font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:8px;padding:.5rem .75rem;min-height:2.75rem}
input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem;margin:.125rem .75rem 0 0;flex:none;accent-color:var(--accent)}
.choice{display:flex;align-items:flex-start;padding:.625rem 0;margin:0;font-weight:400}
.choice+.choice{border-top:1px solid var(--line)}fieldset{border:0;padding:0;margin:1.25rem 0}legend{font-weight:600;padding:0}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer;margin:1.25rem .5rem 0 0}
button.plain{background:transparent;color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.code{font-size:1.5rem;letter-spacing:.3em;max-width:12rem}
.trap{position:absolute;left:-9999px;height:1px;overflow:hidden}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.5rem .5rem .5rem 0;border-top:1px solid var(--line);vertical-align:top}
`)
