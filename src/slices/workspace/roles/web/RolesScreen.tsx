import { Radio } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { isAtLeast, type RecordRule } from '../../../../kernel/permissions.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { usePermissionWords } from '../../../../ui/screen/admin-words.ts'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { SmallTable } from '../../../../ui/values/SmallTable.tsx'
import { roleWords } from '../../members/web/role-words.ts'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { getRoles, setRecordRules, type RoleTable } from '../schema.ts'
import classes from './Roles.module.css'

const messages = defineMessages('roles.roles-screen', {
  title: 'Roles',
  records: 'Whose records they see',
  recordsLead: 'Admins and owners see everything. For the others you choose.',
  sees: '{role}s see',
  all: 'All records and what belongs to them',
  team: 'Only their own and their teams’',
  changed: 'Record rule changed.',
  permissions: 'What each role may do',
  permissionsLead: 'Each role may do all that those before it may.',
  label: 'Permissions of roles',
  permission: 'Permission',
  may: 'Yes',
  mayNot: 'No',
})

export default function RolesScreen() {
  const t = useMessages(messages)
  const table = useEndpoint(getRoles, {})
  return (
    <SettingsPage title={t('title')}>
      <Loaded from={table} rows={12}>
        {data => (
          <>
            <Section title={t('records')} description={t('recordsLead')}>
              <RecordRules table={data} />
            </Section>
            <Section title={t('permissions')} description={t('permissionsLead')}>
              <PermissionTable table={data} />
            </Section>
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}

function RecordRules({ table }: { table: RoleTable }) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const mayManage = useCan()('roles:manage')
  const save = useCommand(setRecordRules)
  const ruleOf = (wanted: 'member' | 'manager') => table.roles.find(({ role }) => role === wanted)!.recordRule
  const rules = { member: ruleOf('member'), manager: ruleOf('manager') }
  const change = (role: 'member' | 'manager', rule: RecordRule) =>
    save.attempt({ body: { ...rules, [role]: rule } }, () => toastUndo(t('changed'), () => save.run({ body: rules })))
  return (
    <div className={classes.rules}>
      {(['member', 'manager'] as const).map(role => (
        <Radio.Group
          key={role}
          label={t('sees', { role: words(role) })}
          value={rules[role]}
          onChange={rule => void change(role, rule as RecordRule)}
        >
          <div className={classes.options}>
            <Radio value="all" label={t('all')} disabled={!mayManage} />
            <Radio value="team" label={t('team')} disabled={!mayManage} />
          </div>
        </Radio.Group>
      ))}
    </div>
  )
}

/** Every permission with the roles that hold it. */
function PermissionTable({ table }: { table: RoleTable }) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const permissionWords = usePermissionWords()
  const permissions = table.permissions.toSorted((one, other) => one.permission.localeCompare(other.permission))
  const may = <IconCheck size={16} role="img" aria-label={t('may')} />
  const mayNot = <span className="visually-hidden">{t('mayNot')}</span>
  return (
    <div className={classes.permissions}>
      <SmallTable
        label={t('label')}
        heads={[t('permission'), ...table.roles.map(({ role }) => words(role))]}
        numbersFrom={Infinity}
        rows={permissions.map(({ permission, leastRole }) => [
          <>
            {permissionWords(permission)} <code>{permission}</code>
          </>,
          ...table.roles.map(({ role }) => (isAtLeast(role, leastRole) ? may : mayNot)),
        ])}
      />
    </div>
  )
}
