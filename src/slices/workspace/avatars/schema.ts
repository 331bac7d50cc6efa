import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'

/** Pictures that browsers show and that hold no script. */
export const avatarTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

const ownAvatar = z.object({ avatarFileId: id.nullable() })

export const getAvatar = endpoint({
  method: 'GET',
  path: '/members/{id}/avatar',
  access: 'members:read',
  tag: 'members',
  summary: 'The picture of a member; asked for with the id of its file as `v` it may be kept for a year',
  params: z.object({ id }),
  query: z.strictObject({ v: id.optional() }),
  produces: 'image/png',
})
export const setAvatar = endpoint({
  method: 'PUT',
  path: '/profile/avatar',
  access: 'session',
  tag: 'profile',
  summary: 'Set my picture: PNG, JPEG or WebP of up to 256 kB, best square and 256 pixels wide',
  consumes: 'multipart/form-data',
  response: ownAvatar,
})
export const removeAvatar = endpoint({
  method: 'DELETE',
  path: '/profile/avatar',
  access: 'session',
  tag: 'profile',
  summary: 'Remove my picture',
  response: ownAvatar,
})
