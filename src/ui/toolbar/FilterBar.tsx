import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { operatorsOf, type Field, type FieldOption, type Filter } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { FilterChip } from './FilterChip.tsx'
import classes from './FilterChip.module.css'
import { toolbarMessages } from './toolbar-messages.ts'
import { SmallButton } from '../layout/SmallButton.tsx'

export interface FilterBarProps {
  fields: readonly Field[]
  filters: readonly Filter[]
  onChange: (filters: Filter[]) => void
}

/** Filters as chips that are edited where they stand; all must hold. */
export function FilterBar({ fields, filters, onChange }: FilterBarProps) {
  const t = useMessages(toolbarMessages)
  const [draft, setDraft] = useState<Filter | null>(null)
  const { seen, remember } = useSeenOptions(fields, filters)
  const known = filters.filter(filter => fields.some(field => field.key === filter.field))
  const fieldOf = (filter: Filter) => fields.find(field => field.key === filter.field)!
  return (
    <>
      {known.map((filter, index) => (
        <FilterChip
          key={`${filter.field}-${index}`}
          field={fieldOf(filter)}
          filter={filter}
          seen={seen}
          onSeen={remember}
          onChange={next => onChange(filters.map(other => (other === filter ? next : other)))}
          onRemove={() => onChange(filters.filter(other => other !== filter))}
        />
      ))}
      {draft && (
        <FilterChip
          key="draft"
          field={fieldOf(draft)}
          filter={draft}
          seen={seen}
          onSeen={remember}
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
        <SmallButton label={t('clearFilters')} tone="quiet" compact onClick={() => onChange([])} />
      )}
    </>
  )
}

/** Names of the records that filters point to: seen while picking, or asked for by id when they came with the address. */
function useSeenOptions(fields: readonly Field[], filters: readonly Filter[]) {
  const [seen, setSeen] = useState<readonly FieldOption[]>([])
  const latest = useRef(fields)
  latest.current = fields
  const remember = useCallback((found: readonly FieldOption[]) => {
    setSeen(known => [...known.filter(option => !found.some(other => other.value === option.value)), ...found])
  }, [])
  const unknown = filters
    .filter(filter => filter.operator !== 'empty' && filter.value !== '')
    .flatMap(filter => {
      const field = fields.find(candidate => candidate.key === filter.field)
      if (!field?.resolve) return []
      return filter.value
        .split(',')
        .filter(id => !seen.some(option => option.value === id))
        .map(id => `${field.key} ${id}`)
    })
    .join('\n')
  useEffect(() => {
    if (unknown === '') return
    const wanted = Map.groupBy(
      unknown.split('\n').map(line => line.split(' ') as [string, string]),
      ([key]) => key,
    )
    for (const [key, pairs] of wanted) {
      // A name that cannot be had stays an ellipsis; the filter works all the same.
      latest.current
        .find(field => field.key === key)
        ?.resolve?.(pairs.map(([, id]) => id))
        .then(remember, () => {})
    }
  }, [unknown, remember])
  return { seen, remember }
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
