import { IconBinaryTree2 } from '@tabler/icons-react'
import { say } from '../../../../kernel/messages.ts'
import { useMessages, useText } from '../../../../ui/i18n/i18n.tsx'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { RecordBody } from '../../../../ui/record/RecordBody.tsx'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { productWords } from '../record.ts'
import type { Product, ProductRow } from '../schema.ts'
import { categoryKind } from './product-kind.ts'
import { webProduct } from './product-record.tsx'

const always = ['categoryId', 'isActive', 'description', 'unit', 'taxClass', 'ownerId']

export const screens: RecordScreens<ProductRow, Product> = {
  record: webProduct,
  bulk: ['ownerId', 'teamId', 'tagIds', 'categoryId', 'isActive'],
  listMenu: <CategoriesItem />,
  CreateDialog: CreateProductDialog,
  Body: props => <RecordBody record={webProduct} always={always} {...props} />,
  detailOf: ({ categoryName }) => categoryName,
  aside: ({ isActive }) => !isActive && <Inactive />,
}

function Inactive() {
  return <StatusChip>{useMessages(productWords)('inactive')}</StatusChip>
}

function CategoriesItem() {
  const text = useText()
  return <MenuItem icon={IconBinaryTree2} label={text(say(categoryKind.noun, 'many'))} href="/products/categories" />
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
