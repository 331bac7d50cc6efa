import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { operatorsOf, type Field, type Filter } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { FilterChip } from './FilterChip.tsx'
import classes from './FilterChip.module.css'
import { toolbarMessages } from './toolbar-messages.ts'

export interface FilterBarProps {
  fields: readonly Field[]
  filters: readonly Filter[]
  onChange: (filters: Filter[]) => void
}

/** Filters as chips that are edited where they stand; all must hold. */
export function FilterBar({ fields, filters, onChange }: FilterBarProps) {
  const t = useMessages(toolbarMessages)
  const [draft, setDraft] = useState<Filter | null>(null)
  const known = filters.filter(filter => fields.some(field => field.key === filter.field))
  const fieldOf = (filter: Filter) => fields.find(field => field.key === filter.field)!
  return (
    <>
      {known.map((filter, index) => (
        <FilterChip
          key={`${filter.field}-${index}`}
          field={fieldOf(filter)}
          filter={filter}
          onChange={next => onChange(filters.map(other => (other === filter ? next : other)))}
          onRemove={() => onChange(filters.filter(other => other !== filter))}
        />
      ))}
      {draft && (
        <FilterChip
          key="draft"
          field={fieldOf(draft)}
          filter={draft}
          startsOpen
          onChange={next => {
            setDraft(null)
            onChange([...filters, next])
          }}
          onRemove={() => setDraft(null)}
        />
      )}
      {!draft && (
        <AddFilter
          fields={fields.filter(field => field.filterable !== false)}
          quiet={filters.length > 0}
          onPick={field => setDraft({ field: field.key, operator: operatorsOf(field)[0]!, value: '' })}
        />
      )}
      {filters.length > 1 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange([])}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  )
}

interface AddFilterProps {
  fields: readonly Field[]
  quiet: boolean
  onPick: (field: Field) => void
}

function AddFilter({ fields, quiet, onPick }: AddFilterProps) {
  const t = useMessages(toolbarMessages)
  const [query, setQuery] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setQuery('')
      combobox.resetSelectedOption()
    },
  })
  const found = fields.filter(field => field.label.toLowerCase().includes(query.trim().toLowerCase()))
  return (
    <Combobox
      store={combobox}
      width={240}
      position="bottom-start"
      onOptionSubmit={key => {
        combobox.closeDropdown()
        onPick(fields.find(field => field.key === key)!)
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.add}
          aria-label={t('addFilter')}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          leftSection={quiet ? undefined : <IconFilter size={14} aria-hidden />}
          onClick={() => combobox.toggleDropdown()}
        >
          {quiet ? <IconPlus size={14} aria-hidden /> : t('filter')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          onChange={event => {
            setQuery(event.currentTarget.value)
            combobox.selectFirstOption()
          }}
          placeholder={t('findField')}
          aria-label={t('findField')}
        />
        <Combobox.Options aria-label={t('addFilter')} mah={280} className={classes.fields}>
          {found.map(field => (
            <Combobox.Option key={field.key} value={field.key}>
              {field.label}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('noField')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
