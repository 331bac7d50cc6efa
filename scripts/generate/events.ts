import { events } from '../../src/app/compose.ts'
import { describeKinds } from '../../src/slices/workspace/events/public.ts'

interface Schema {
  type?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/** Every kind of event, with what its data holds, as a Markdown page. */
export function eventTable(): string {
  const rows = describeKinds(events).map(({ kind, when, data }) => {
    const { properties = {}, required = [] } = data as Schema
    const told = Object.entries(properties).map(
      ([key, value]) => `\`${key}\`${required.includes(key) ? '' : '?'}: ${typeOf(value)}`,
    )
    return `| \`${kind}\` | ${when} | ${told.join('<br>')} |`
  })
  return `# Events

What the log of a workspace holds: \`GET /events\` answers with it, and \`GET /events/kinds\` with this list and the JSON schema of each kind's data. Amounts are minor units (cents); \`baseAmount\` is in the workspace's currency. \`changes\` holds the value before and after, by field. A key with a question mark may be missing; after an erasure or a deletion any text may be.

| Kind | When | Data |
| --- | --- | --- |
${rows.join('\n')}
`
}

function typeOf({ type, enum: values, anyOf, items }: Schema): string {
  if (values) return values.map(value => `"${value}"`).join(', ')
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  return type === 'array' && items ? `list of ${typeOf(items)}` : (type ?? 'anything')
}
