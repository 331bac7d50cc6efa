import { use } from 'react'
import { Avatar } from '../values/Avatar.tsx'
import { kindNamed, WebKindsContext } from '../record/web-kind.ts'

export interface RecordPictureProps {
  kind: string
  name: string
  size: number
}

/** What stands in front of a record's name: its initials or the icon of its kind. */
export function RecordPicture({ kind, name, size }: RecordPictureProps) {
  const { icon: Icon, picture } = kindNamed(use(WebKindsContext), kind) ?? { icon: undefined, picture: 'round' }
  if (Icon === undefined || picture) return <Avatar name={name} size={size} square={picture === 'square'} />
  return <Icon size={Math.min(size - 2, 18)} stroke={1.6} aria-hidden />
}
