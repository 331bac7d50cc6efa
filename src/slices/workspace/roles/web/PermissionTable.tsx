import { IconCheck } from '@tabler/icons-react'
import { isAtLeast } from '../../../../kernel/permissions.ts'
import { defineMessages, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { roleWords } from '../../members/web/role-words.ts'
import type { RoleTable } from '../schema.ts'
import { permissionWords } from './public.ts'
import classes from './Roles.module.css'

const messages = defineMessages({
  en: { label: 'Permissions of roles', permission: 'Permission', may: 'Yes', mayNot: 'No' },
  cs: { label: 'Oprávnění rolí', permission: 'Oprávnění', may: 'Ano', mayNot: 'Ne' },
})

/** Every permission with the roles that hold it. */
export function PermissionTable({ table }: { table: RoleTable }) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const locale = useLocale()
  const permissions = table.permissions.toSorted((one, other) => one.permission.localeCompare(other.permission))
  return (
    <div className={classes.scroller} role="group" aria-label={t('label')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {table.roles.map(({ role }) => (
              <th key={role} scope="col">
                {words(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ permission, leastRole }) => (
            <tr key={permission}>
              <th scope="row">
                {permissionWords(permission, locale)} <code>{permission}</code>
              </th>
              {table.roles.map(({ role }) => (
                <td key={role}>
                  {isAtLeast(role, leastRole) ? (
                    <IconCheck size={16} role="img" aria-label={t('may')} className={classes.check} />
                  ) : (
                    <span className="visually-hidden">{t('mayNot')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
