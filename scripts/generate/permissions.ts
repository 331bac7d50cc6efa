import { permissions } from '../../src/app/compose.ts'
import { routes } from '../../src/app/http.ts'
import { isAtLeast, roles } from '../../src/kernel/permissions.ts'

/** Every permission, the roles that hold it and the routes that need it, as a Markdown page. */
export function permissionTable(): string {
  const rows = [...permissions]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([permission, least]) => {
      const needing = routes
        .filter(route => route.endpoint.access === permission)
        .map(({ endpoint }) => `\`${endpoint.method} ${endpoint.path}\``)
      return `| \`${permission}\` | ${roles.map(role => (isAtLeast(role, least) ? '✓' : '')).join(' | ')} | ${needing.join('<br>')} |`
    })
  const open = routes
    .filter(route => !permissions.has(route.endpoint.access as never))
    .map(({ endpoint }) => `- \`${endpoint.method} ${endpoint.path}\`: ${endpoint.access}`)
  return `# Roles and permissions

Every role may do all that the roles before it may. Each route declares the one permission that it needs. Which records a role sees, all or only its own and its teams', is set in Settings, Roles.

| Permission | ${roles.join(' | ')} | Routes |
| --- | ${roles.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}

Routes without a permission of their own (\`public\`: anyone; \`session\`: whoever is signed in; \`workspace\`: any member or API key):

${open.join('\n')}
`
}
