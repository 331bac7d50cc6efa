import { use } from 'react'
import { Avatar } from '../values/Avatar.tsx'
import { lookOf, RecordLooksContext } from './record-look.ts'

export interface RecordPictureProps {
  kind: string
  name: string
  size: number
}

/** What stands in front of a record's name: its initials or the icon of its kind. */
export function RecordPicture({ kind, name, size }: RecordPictureProps) {
  const picture = lookOf(use(RecordLooksContext), kind)?.picture ?? 'round'
  if (picture === 'round' || picture === 'square')
    return <Avatar name={name} size={size} square={picture === 'square'} />
  const Icon = picture
  return <Icon size={Math.min(size - 2, 18)} stroke={1.6} aria-hidden />
}
