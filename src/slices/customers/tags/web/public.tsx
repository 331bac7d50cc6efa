import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../../ui/api/call.ts'
import { useAllItems } from '../../../../ui/api/use-all-items.ts'
import { refresh } from '../../../../ui/api/use-command.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { TagChip } from '../../../../ui/values/TagChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import classes from './Tags.module.css'
import { createTag, listTags, type Tag, type TagColor } from '../schema.ts'

export interface Tags {
  all: readonly Tag[]
  find: (ids: readonly string[]) => Tag[]
  options: (ids: readonly string[]) => FieldOption[]
  search: (query: string) => Promise<FieldOption[]>
  /** Makes a tag of this name; absent for those who may not. */
  create: ((name: string) => Promise<FieldOption>) | undefined
  field: (key: string, label: string) => Field
}

const hues: Record<TagColor, number | null> = {
  grey: null,
  red: 25,
  orange: 55,
  yellow: 90,
  green: 145,
  teal: 185,
  blue: 240,
  indigo: 275,
  violet: 305,
  pink: 350,
}

export function hueOfTag(color: TagColor): number | null {
  return hues[color]
}

export function useTags(): Tags {
  const client = useQueryClient()
  const all = useAllItems(listTags, { uses: 'false' })
  const mayCreate = useCan()('tags:write')
  return useMemo(() => {
    const byId = new Map(all.map(tag => [tag.id, tag]))
    const option = ({ id, name }: Tag): FieldOption => ({ value: id, label: name })
    const find = (ids: readonly string[]) => ids.flatMap(id => byId.get(id) ?? [])
    const search = async (query: string) =>
      all
        .filter(tag => tag.name.toLowerCase().includes(query.trim().toLowerCase()))
        .slice(0, 50)
        .map(option)
    const make = async (name: string) => {
      const made = await call(createTag, { body: { name } })
      refresh(client, ['tags'])
      return option(made)
    }
    const create = mayCreate ? make : undefined
    const resolve = async (ids: readonly string[]) => find(ids).map(option)
    return {
      all,
      find,
      options: ids => find(ids).map(option),
      search,
      create,
      field: (key, label) => ({ key, label, type: 'tag', options: all.map(option), search, create, resolve }),
    }
  }, [all, client, mayCreate])
}

/** Tags of a record, side by side. */
export function TagChips({ ids, onRemove }: { ids: readonly string[]; onRemove?: (id: string) => void }) {
  const tags = useTags().find(ids)
  return (
    <span className={classes.list} data-wraps={onRemove ? true : undefined}>
      {tags.map(({ id, name, color }) => (
        <TagChip key={id} name={name} hue={hueOfTag(color)} onRemove={onRemove && (() => onRemove(id))} />
      ))}
    </span>
  )
}
