interface Operation {
  tags: string[]
  summary: string
  'x-permission': string
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Shape }[]
  requestBody?: { content: Record<string, { schema?: Shape }> }
  responses: Record<string, { content?: Record<string, { schema?: Shape }> }>
}

interface Shape {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Shape>
  items?: Shape
  required?: string[]
  anyOf?: Shape[]
  $ref?: string
}

const escape = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

/** The OpenAPI document as one readable page without scripts. */
export function docsPage(document: object): string {
  const { paths, info } = document as {
    paths: Record<string, Record<string, Operation>>
    info: { title: string; version: string; description: string }
  }
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags[0]!
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(method, path, operation)])
    }
  }
  const tags = [...byTag.keys()].sort()
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title} API</title><style>${style}</style></head><body>
<nav aria-label="Resources"><strong>${info.title} API ${info.version}</strong><ul>${tags.map(tag => `<li><a href="#${tag}">${tag}</a></li>`).join('')}</ul></nav>
<main><h1>${info.title} API</h1><p>${escape(info.description)}</p>
<p>Sign in with the session cookie, or send an API key: <code>Authorization: Bearer rk_…</code>. The machine-readable document is <a href="/api/openapi.json">openapi.json</a>. A POST, PUT, PATCH or DELETE may carry <code>Idempotency-Key</code>.</p>
${tags.map(tag => `<h2 id="${tag}">${tag}</h2>${byTag.get(tag)!.join('')}`).join('')}</main></body></html>`
}

function section(method: string, path: string, operation: Operation): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const answer = Object.entries(operation.responses).find(([status]) => status !== 'default')
  const result = Object.values(answer?.[1].content ?? {})[0]?.schema
  return `<details><summary><code class="${method}">${method.toUpperCase()}</code> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
<p>Needs <code>${escape(operation['x-permission'])}</code>.</p>
${operation.parameters.length ? `<h3>Parameters</h3><ul>${operation.parameters.map(({ name, required, schema, description }) => `<li><code>${escape(name)}</code> ${escape(describe(schema))}${required ? ', required' : ''} ${escape(description ?? '')}</li>`).join('')}</ul>` : ''}
${body ? `<h3>Body</h3><pre>${escape(render(body))}</pre>` : ''}
<h3>Answer ${answer?.[0] ?? ''}</h3>${result ? `<pre>${escape(render(result))}</pre>` : ''}</details>`
}

function describe(shape: Shape): string {
  if (shape.enum) return shape.enum.map(String).join(' | ')
  if (shape.const !== undefined) return String(shape.const)
  if (shape.anyOf) return shape.anyOf.map(describe).join(' | ')
  return [shape.type, shape.format].flat().filter(Boolean).join(' ') || 'any'
}

function render(shape: Shape, indent = ''): string {
  if (shape.properties) {
    const inner = Object.entries(shape.properties).map(
      ([name, property]) =>
        `${indent}  ${name}${shape.required?.includes(name) ? '' : '?'}: ${render(property, indent + '  ')}`,
    )
    return `{\n${inner.join('\n')}\n${indent}}`
  }
  if (shape.items) return `[${render(shape.items, indent)}]`
  if (shape.anyOf) return shape.anyOf.map(part => render(part, indent)).join(' | ')
  return describe(shape)
}

const style = `:root{color-scheme:light dark}body{margin:0;display:grid;grid-template-columns:200px minmax(0,1fr);font:14px/1.5 system-ui,sans-serif}nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px;box-sizing:border-box;border-right:1px solid #8884}nav ul{list-style:none;padding:0}main{padding:24px 40px;max-width:860px}details{border-top:1px solid #8884;padding:8px 0}summary{cursor:pointer}pre{padding:12px;background:#8881;overflow:auto}h3{font-size:13px;margin:12px 0 4px}code.get{color:#0b7a75}code.delete{color:#b3372f}@media(max-width:700px){body{display:block}nav{position:static;height:auto}}`
