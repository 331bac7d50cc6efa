import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { identityWords } from './identity-words.ts'
import { PairList, type PairListProps } from './PairList.tsx'
import classes from './QueueScreen.module.css'

export interface PairSplitProps extends Omit<PairListProps, 'onShow'> {
  onShow: (id: string | null) => void
  /** Leads back to the list where that has made way. */
  back: string
  /** Takes the latest decision back. */
  onUndo: () => void
  /** Instead of nothing. */
  empty: ReactNode
  /** What is shown of it; nothing yet while that is on its way. */
  children: ReactNode
}

/** What waits on the left, and one of it in full beside it; without room for both, the list makes way. */
export function PairSplit({ back, onUndo, empty, children, ...rest }: PairSplitProps) {
  const { lines, list, shownId, onShow } = rest
  const words = useMessages(identityWords)
  const isPhone = useIsPhone()
  const move = (by: number) => {
    const to = lines.findIndex(line => line.id === shownId) + by
    const next = lines[Math.max(0, Math.min(lines.length - 1, to))]
    if (next) onShow(next.id)
    if (to > lines.length - 10 && list.hasMore) list.loadMore()
  }
  useShortcuts(words('identity'), [
    { keys: 'arrowdown', label: words('next'), run: () => move(1) },
    { keys: 'arrowup', label: words('previous'), run: () => move(-1) },
    { keys: 'u', label: words('undo'), run: onUndo },
  ])
  if (list.error) return <ProblemState problem={list.error} onRetry={list.retry} />
  if (!list.loading && lines.length === 0) return empty
  return (
    <div className={classes.split}>
      {(!isPhone || !children) && <PairList {...rest} />}
      {children ? (
        <div className={classes.detail}>
          {isPhone && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              className={classes.back}
              leftSection={<IconArrowLeft size={14} />}
              onClick={() => onShow(null)}
            >
              {back}
            </Button>
          )}
          {children}
        </div>
      ) : (
        !isPhone && (
          <div className={classes.waiting}>
            <SkeletonRows count={8} />
          </div>
        )
      )}
    </div>
  )
}
