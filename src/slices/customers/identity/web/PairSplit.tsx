import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { PairList, type PairListProps } from './PairList.tsx'
import classes from './QueueScreen.module.css'

/** Without room for both, the list makes way for what is chosen of it. */
export const useIsPhone = () => useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })

export interface PairSplitProps extends Omit<PairListProps, 'onShow'> {
  onShow: (id: string | null) => void
  /** Leads back to the list where that has made way. */
  back: string
  /** What is shown of it; nothing yet while that is on its way. */
  children: ReactNode
}

/** What waits on the left, and one of it in full beside it. */
export function PairSplit({ back, children, ...list }: PairSplitProps) {
  const isPhone = useIsPhone()
  return (
    <div className={classes.split}>
      {(!isPhone || !children) && <PairList {...list} />}
      {children ? (
        <div className={classes.detail}>
          {isPhone && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              className={classes.back}
              leftSection={<IconArrowLeft size={14} />}
              onClick={() => list.onShow(null)}
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
