import { useMediaQuery } from '@mantine/hooks'
import { Link } from '../../../../ui/layout/Link.tsx'
import classes from './Orders.module.css'

/** A name in a row that leads to its own page; on a phone the whole row is a link already. */
export function OwnerLink({ href, name }: { href: string; name: string | null }) {
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  if (phone) return name
  return (
    <Link className={classes.name} href={href}>
      {name}
    </Link>
  )
}
