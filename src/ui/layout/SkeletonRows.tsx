import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './SkeletonRows.module.css'

const messages = defineMessages('ui.skeleton-rows', { loading: 'Loading' })

/** Grey lines of the height that the rows will have, so that nothing jumps. */
export function SkeletonRows({ count = 6, height = 36 }: { count?: number; height?: number }) {
  const t = useMessages(messages)
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }}>
          <SkeletonLine width={`${[62, 48, 71, 55, 66, 43][index % 6]}%`} />
        </div>
      ))}
    </div>
  )
}

/** One grey line of text, to compose skeletons of other shapes. */
export function SkeletonLine({ width }: { width: string | number }) {
  return <span aria-hidden className={classes.line} style={{ width }} />
}
