import { useMediaQuery } from '@mantine/hooks'

/** Whether there is room for one column only; known from the first sight on, so nothing jumps. */
export const useIsPhone = () => useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
