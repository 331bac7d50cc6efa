import { useText } from '../i18n/i18n.tsx'
import { RecordContent } from './RecordBody.tsx'
import { RecordHead } from './RecordHead.tsx'
import { RecordPage } from './RecordPage.tsx'
import { RecordHistory, RecordSplit, RecordSplitSkeleton } from './RecordSplit.tsx'
import type { RecordScreens } from './record-screens.ts'
import type { FullRecord } from './web-record.ts'

/** The page of one record of a kind. */
export function RecordPageScreen({ id, ...screens }: RecordScreens<any, any> & { id: string }) {
  const { record, isNarrow, detailOf, aside, menu } = screens
  const text = useText()
  const page = { record, id, menu, aside: (full: FullRecord) => aside?.(full, text) }
  if (isNarrow)
    return (
      <RecordPage {...page} layout="narrow">
        {full => (
          <>
            <RecordContent of={screens} full={full} />
            <RecordHistory record={record} full={full} />
          </>
        )}
      </RecordPage>
    )
  return (
    <RecordPage {...page} layout="fill" skeleton={<RecordSplitSkeleton />}>
      {full => (
        <RecordSplit
          record={record}
          full={full}
          head={<RecordHead record={record} full={full} detail={detailOf?.(full, text) ?? null} />}
          who={<RecordContent of={screens} full={full} />}
        />
      )}
    </RecordPage>
  )
}
