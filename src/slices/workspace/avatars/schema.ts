import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { pictureVersion } from '../../../kernel/record/picture.ts'

const ownAvatar = z.object({ avatarFileId: id.nullable() })

const members = endpointsOf('members')
const profile = endpointsOf('profile')

export const getAvatar = members.get(
  '/members/{id}/avatar',
  'members:read',
  'The picture of a member; asked for with the id of its file as `v` it may be kept for a year',
  { query: pictureVersion, produces: 'image/png' },
)
export const setAvatar = profile.put(
  '/profile/avatar',
  'session',
  'Set my picture: PNG, JPEG or WebP of up to 256 kB, best square and 256 pixels wide',
  { consumes: 'multipart/form-data', response: ownAvatar },
)
export const removeAvatar = profile.remove('/profile/avatar', 'session', 'Remove my picture', { response: ownAvatar })
