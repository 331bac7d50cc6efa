import { RecordCreateDialog } from './RecordCreateDialog.tsx'
import { RecordList, type CreateProps } from './RecordList.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import type { RecordScreens } from './record-screens.ts'

/** The list of a kind, what opens over it, and a new one. */
export function RecordListScreen({ record, created, CreateDialog, Body, ...screens }: RecordScreens<any, any>) {
  const { bulk, bulkActions, searchLabel, listMenu, isNarrow } = screens
  const createDialog = (dialog: CreateProps) =>
    CreateDialog ? (
      <CreateDialog {...dialog} />
    ) : (
      <RecordCreateDialog record={record} rows={created ?? []} {...dialog} />
    )
  return (
    <RecordList
      {...{ record, bulk, bulkActions, searchLabel, createDialog }}
      menu={listMenu}
      sheet={sheet => (
        <RecordSheet record={record} hasMain={!isNarrow} {...sheet}>
          {full => <Body full={full} isSheet />}
        </RecordSheet>
      )}
    />
  )
}
