import { Link } from '../../../../ui/layout/Link.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import classes from './Orders.module.css'

/** A name in a row that leads to its own page; on a phone the whole row is a link already. */
export function OwnerLink({ href, name }: { href: string; name: string | null }) {
  const phone = useIsPhone()
  if (phone) return name
  return (
    <Link className={classes.name} href={href}>
      {name}
    </Link>
  )
}
