import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { pictureVersion } from '../../../kernel/record/picture.ts'

const ownAvatar = z.object({ avatarFileId: id.nullable() })

const members = endpointsOf('members', 'members:read')
const profile = endpointsOf('profile', 'session')

export const getAvatar = members.get(
  '/members/{id}/avatar',
  'The picture of a member; asked for with the id of its file as `v` it may be kept for a year',
  { query: pictureVersion, produces: 'image/png' },
)
export const setAvatar = profile.put(
  '/profile/avatar',
  'Set my picture: PNG, JPEG or WebP of up to 256 kB, best square and 256 pixels wide',
  { consumes: 'multipart/form-data', response: ownAvatar },
)
export const removeAvatar = profile.remove('/profile/avatar', 'Remove my picture', { response: ownAvatar })
