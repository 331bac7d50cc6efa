import { useText } from '../i18n/i18n.tsx'
import { MenuItem } from '../layout/DotsMenu.tsx'
import { RecordContent } from './RecordBody.tsx'
import { RecordCreateDialog } from './RecordCreateDialog.tsx'
import { RecordList, type CreateProps } from './RecordList.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import type { RecordScreens } from './record-screens.ts'
import type { WebSlice } from '../screen/web-slice.ts'

/** The list of a kind, what opens over it, and a new one. */
export function RecordListScreen({ besides, ...screens }: RecordScreens<any, any> & Pick<WebSlice, 'besides'>) {
  const { record, created = [], CreateDialog, bulk, bulkActions, searchLabel, isNarrow } = screens
  const text = useText()
  const createDialog = (dialog: CreateProps) =>
    CreateDialog ? <CreateDialog {...dialog} /> : <RecordCreateDialog record={record} rows={created} {...dialog} />
  return (
    <RecordList
      {...{ record, bulk, bulkActions, searchLabel, createDialog }}
      menu={besides?.map(({ label, href, icon }) => (
        <MenuItem key={href} label={text(label)} href={href} icon={icon} />
      ))}
      sheet={sheet => (
        <RecordSheet record={record} hasMain={!isNarrow} {...sheet}>
          {full => <RecordContent of={screens} full={full} isSheet />}
        </RecordSheet>
      )}
    />
  )
}
