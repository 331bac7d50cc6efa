import { lazy, Suspense, useMemo, type ComponentType } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { valueOf, type RecordField } from '../../../../ui/record/record-field.ts'
import { kindNamed, useWebKinds, type WebKind, type SpokenKind } from '../../../../ui/record/web-kind.ts'
import { fieldTypes, listFields, type FieldDefinition, type FieldType } from '../schema.ts'

const none: readonly FieldDefinition[] = []

/** The workspace's own fields of a kind of records that has them; the key of one is `fields.<name>`. */
export function useCustomFields(object: string | null): readonly RecordField<any>[] {
  const definitions = useEndpoint(listFields, object === null ? null : { query: { object } }).data?.items ?? none
  const kinds = useWebKinds()
  return useMemo(() => definitions.map(definition => toField(definition, kinds)), [definitions, kinds])
}

function toField(definition: FieldDefinition, kinds: readonly SpokenKind[]): RecordField<object> {
  const { label, type, options, currency } = definition
  const key = `fields.${definition.key}`
  const wide = type === 'choices' || type === 'link'
  const shared = { key, label, width: wide ? 180 : 140, isHidden: true }
  if (!isFieldType(type)) {
    const load = kindNamed(kinds, type)?.reference
    return { ...shared, ...(load ? { ...referring(load), render: named(key, load) } : { type: 'text' }) }
  }
  return {
    ...shared,
    type,
    options: options.map(option => ({ value: option, label: option })),
    currency: currency ?? undefined,
    sortable: type !== 'choices',
  }
}

function isFieldType(type: string): type is FieldType {
  return (fieldTypes as readonly string[]).includes(type)
}

type Load = NonNullable<WebKind['reference']>

const names = new Map<Load, ComponentType<{ id: string }>>()

/** The name of the record that a field holds. */
function named(key: string, load: Load): RecordField<object>['render'] {
  const Name = names.get(load) ?? lazy(async () => ({ default: (await load()).Name }))
  names.set(load, Name)
  return row => {
    const id = valueOf(row, { key })
    return (
      id && (
        <Suspense>
          <Name id={String(id)} />
        </Suspense>
      )
    )
  }
}

/** A field whose value is the id of a record; the code of its kind is fetched when it is needed. */
export function referring(
  load: Load,
  mayCreate = false,
): Pick<RecordField<object>, 'type' | 'search' | 'resolve' | 'create'> {
  return {
    type: 'record',
    search: async (query, signal) => (await load()).search(query, signal),
    resolve: async ids => (await load()).resolve(ids),
    create: mayCreate ? async name => (await load()).create(name) : undefined,
  }
}
