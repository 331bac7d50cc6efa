import { upload } from '../api/upload.ts'
import { useCommand, useRefresh } from '../api/use-command.ts'
import { PictureInput } from '../form/PictureInput.tsx'
import classes from './Record.module.css'
import { RecordFields, type RecordFieldsProps } from './RecordFields.tsx'
import type { BodyProps, RecordScreens } from './record-screens.ts'
import { useMayChange, type FullRecord, type WebRecord } from './web-record.ts'

export interface RecordBodyProps<Full extends FullRecord> extends RecordFieldsProps<Full> {
  /** It stands over a list, where no head tells its name. */
  isSheet?: boolean
}

/** What a record is: its picture, tags and every field, all changed where they stand. */
export function RecordBody<Full extends FullRecord>({ isSheet, ...fields }: RecordBodyProps<Full>) {
  const { record, full, always, without = [] } = fields
  const { Tags } = record.host
  const hasName = 'name' in record.columns
  return (
    <div className={classes.body}>
      {record.pictures && <PictureOf record={record} full={full} pictures={record.pictures} />}
      {'tagIds' in full && <Tags record={record} full={full as Full & { tagIds: readonly string[] }} />}
      <RecordFields
        {...fields}
        always={isSheet && hasName ? ['name', ...always] : always}
        without={['name', 'tagIds', ...without]}
      />
    </div>
  )
}

interface ContentProps extends BodyProps<any> {
  of: RecordScreens<any, any>
}

/** What a record of a kind is, as its screens say. */
export function RecordContent({ of: { record, Body, always = [] }, ...props }: ContentProps) {
  return Body ? <Body {...props} /> : <RecordBody record={record} always={always} {...props} />
}

interface PictureOfProps {
  record: WebRecord<any, any>
  full: FullRecord & { pictureFileId?: string | null }
  pictures: NonNullable<WebRecord<any>['pictures']>
}

function PictureOf({ record, full, pictures }: PictureOfProps) {
  const mayWrite = useMayChange(record, full)
  const refresh = useRefresh()
  const remove = useCommand(pictures.remove)
  const params = { id: full.id }
  const send = async (file: File) => {
    const sent = await upload(pictures.set, { params }, file, () => {}).done
    refresh(record.table)
    return sent !== null
  }
  return mayWrite ? (
    <PictureInput hasPicture={full.pictureFileId !== null} send={send} remove={() => remove.run({ params })} />
  ) : null
}
