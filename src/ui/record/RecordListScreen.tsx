import { useText } from '../i18n/i18n.tsx'
import { MenuItem } from '../layout/DotsMenu.tsx'
import { RecordContent } from './RecordBody.tsx'
import { RecordCreateDialog } from './RecordCreateDialog.tsx'
import { RecordList, type CreateProps } from './RecordList.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import type { RecordScreens } from './record-screens.ts'

/** The list of a kind, what opens over it, and a new one. */
export function RecordListScreen(screens: RecordScreens<any, any>) {
  const { record, created = [], CreateDialog, bulk, bulkActions, searchLabel, besides, isNarrow } = screens
  const text = useText()
  const createDialog = (dialog: CreateProps) =>
    CreateDialog ? <CreateDialog {...dialog} /> : <RecordCreateDialog record={record} rows={created} {...dialog} />
  return (
    <RecordList
      {...{ record, bulk, bulkActions, searchLabel, createDialog }}
      menu={besides?.map(({ label, ...item }) => (
        <MenuItem key={item.href} label={text(label)} {...item} />
      ))}
      sheet={sheet => (
        <RecordSheet record={record} hasMain={!isNarrow} {...sheet}>
          {full => <RecordContent of={screens} full={full} isSheet />}
        </RecordSheet>
      )}
    />
  )
}
