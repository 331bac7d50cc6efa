import { SegmentedControl, Select, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair } from '../../../../ui/form/Form.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages, nameOfLanguage } from '../../../../ui/i18n/languages.ts'
import { timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { Section } from '../../../../ui/layout/Section.tsx'
import { changeProfile } from '../schema.ts'
import classes from './Profile.module.css'
import { sessionQuery, useSession } from './public.tsx'

const messages = defineMessages('sign-in.profile-look', {
  title: 'Language and look',
  language: 'Language',
  timeZone: 'Time zone',
  asWorkspace: 'As the workspace ({value})',
  theme: 'Theme',
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
})

const asWorkspace = 'workspace'
const schemes = ['auto', 'light', 'dark'] as const

/** Saved as soon as it is chosen; the theme stays in this browser. */
export function ProfileLook() {
  const t = useMessages(messages)
  const client = useQueryClient()
  const id = useId()
  const { member, workspace } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const change = useCommand(changeProfile)
  const zones = useMemo(() => timeZoneOptions(), [])
  const save = (body: { locale?: string | null; timeZone?: string | null }) =>
    void change.attempt({ body }, session => client.setQueryData(sessionQuery.queryKey, session))
  const chosen = (value: string | null) => (value === null || value === asWorkspace ? null : value)
  return (
    <Section title={t('title')}>
      <div className={classes.stack}>
        <FieldPair>
          <Select
            label={t('language')}
            data={[
              { value: asWorkspace, label: t('asWorkspace', { value: nameOfLanguage(workspace.locale) }) },
              ...optionsOf(languages, nameOfLanguage),
            ]}
            value={member.locale ?? asWorkspace}
            onChange={value => save({ locale: chosen(value) })}
            allowDeselect={false}
          />
          <Select
            label={t('timeZone')}
            data={[{ value: asWorkspace, label: t('asWorkspace', { value: workspace.timeZone }) }, ...zones]}
            value={member.timeZone ?? asWorkspace}
            onChange={value => save({ timeZone: chosen(value) })}
            searchable
            allowDeselect={false}
          />
        </FieldPair>
        <div>
          <p id={id} className={classes.label}>
            {t('theme')}
          </p>
          <SegmentedControl
            aria-labelledby={id}
            value={colorScheme}
            onChange={value => setColorScheme(value as MantineColorScheme)}
            data={optionsOf(schemes, t)}
          />
        </div>
      </div>
    </Section>
  )
}
