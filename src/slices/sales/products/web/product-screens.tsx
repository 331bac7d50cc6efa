import { say } from '../../../../kernel/messages.ts'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { productWords } from '../record.ts'
import type { Product, ProductRow } from '../schema.ts'
import { webProduct } from './product-record.tsx'

export const screens: RecordScreens<ProductRow, Product> = {
  record: webProduct,
  bulk: ['ownerId', 'teamId', 'tagIds', 'categoryId', 'isActive'],
  CreateDialog: CreateProductDialog,
  always: ['categoryId', 'isActive', 'description', 'unit', 'taxClass', 'ownerId'],
  detailOf: ({ categoryName }) => categoryName,
  aside: ({ isActive }, text) => !isActive && <StatusChip>{text(say(productWords, 'inactive'))}</StatusChip>,
}

function CreateProductDialog(dialog: CreateProps) {
  const { currency } = useSession().workspace
  return (
    <RecordCreateDialog
      record={webProduct}
      rows={[['name', 'sku'], ['price', 'categoryId'], ['unit', 'ownerId'], ['tagIds']]}
      bodyOf={({ price: amount, ...values }) => ({ ...values, prices: amount === null ? [] : [{ currency, amount }] })}
      {...dialog}
    />
  )
}
