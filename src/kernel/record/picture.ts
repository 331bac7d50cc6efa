import { z } from 'zod'
import { endpointsOf } from '../endpoint.ts'
import { id } from '../ids.ts'
import type { RecordDefinition } from './record.ts'

/** Pictures that browsers show and that hold no script. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
/** Asked for with the id of its file as `v`, a picture may be kept for a year. */
export const pictureVersion = z.strictObject({ v: id.optional() })

const pictured = z.object({ pictureFileId: id.nullable() })

/** The endpoints of a kind of record that has a picture. */
export function pictureEndpoints({ name, table }: Pick<RecordDefinition, 'name' | 'table'>) {
  const on = endpointsOf(table, { read: `${table}:read`, write: `${table}:write` })
  const path = `/${table}/{id}/picture` as const
  return {
    get: on.get(path, `The picture of a ${name}`, { query: pictureVersion, produces: 'image/png' }),
    set: on.put(path, `Set the picture of a ${name}: PNG, JPEG or WebP of up to 256 kB`, {
      consumes: 'multipart/form-data',
      response: pictured,
    }),
    remove: on.remove(path, `Remove the picture of a ${name}`, { response: pictured }),
  }
}
