import { IconCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { usePermissionWords } from '../../../../ui/screen/admin-words.ts'
import { isAtLeast } from '../../../../kernel/permissions.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { roleWords } from '../../members/web/role-words.ts'
import type { RoleTable } from '../schema.ts'
import classes from './Roles.module.css'

const messages = defineMessages('roles.permission-table', {
  label: 'Permissions of roles',
  permission: 'Permission',
  may: 'Yes',
  mayNot: 'No',
})

/** Every permission with the roles that hold it. */
export function PermissionTable({ table }: { table: RoleTable }) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const permissionWords = usePermissionWords()
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
                {permissionWords(permission)} <code>{permission}</code>
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
