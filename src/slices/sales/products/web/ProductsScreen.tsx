import { ActionIcon, Menu } from '@mantine/core'
import { IconBinaryTree2, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { RecordBin } from '../../../../ui/record/RecordBin.tsx'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import { RecordLink } from '../../../../ui/record/RecordFields.tsx'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import { RecordSheet } from '../../../../ui/record/RecordSheet.tsx'
import { useMayWrite } from '../../../../ui/record/web-record.ts'
import { useNoun } from '../../../../ui/record/noun.ts'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { productWords } from '../record.ts'
import { changeCategory, listCategories, removeCategory, type Category } from '../schema.ts'
import { productRecord } from './product-record.tsx'
import { ProductFacts } from './ProductScreen.tsx'

const messages = defineMessages('products.products-screen', {
  taken: 'Open the product that has it',
  categories: 'Categories',
  empty: 'Categories appear here',
  emptyText: 'Give a product a category such as “Lighting > Lamps”; it is made on the way.',
  edit: 'Rename or move {name}',
  remove: 'Remove {name}',
  removeTitle: 'Remove the category “{name}”?',
  kept: 'Its products and the categories below it belong to the one above.',
  keptTop: 'Its products will have no category; the categories below it stand at the top.',
  confirm: 'Remove category',
  save: 'Save category',
  parent: 'Below',
  products: '{count, plural, one {# product} other {# products}}',
})

export default function ProductsScreen() {
  const t = useMessages(messages)
  const { member, workspace } = useSession()
  return (
    <RecordList
      record={productRecord}
      bulk={['ownerId', 'teamId', 'tagIds', 'categoryId', 'isActive']}
      menu={
        <Menu.Item component={Link} href="/products/categories" leftSection={<IconBinaryTree2 size={14} />}>
          {t('categories')}
        </Menu.Item>
      }
      sheet={sheet => (
        <RecordSheet record={productRecord} hasMain {...sheet}>
          {product => <ProductFacts product={product} />}
        </RecordSheet>
      )}
      createDialog={dialog => (
        <RecordCreateDialog
          record={productRecord}
          rows={[['name', 'skus'], ['price', 'categoryId'], ['unit', 'ownerId'], ['tagIds']]}
          initial={{ ownerId: member.id, tagIds: [] }}
          required={['name']}
          bodyOf={({ skus: sku, price: amount, ...values }) => ({
            ...values,
            sku,
            prices: amount === null ? [] : [{ currency: workspace.currency, amount }],
          })}
          taken={t('taken')}
          {...dialog}
        />
      )}
    />
  )
}

export function ProductBin() {
  return <RecordBin record={productRecord} columns={['name', 'skus', 'categoryId', 'ownerId']} />
}

/** The tree of categories: renamed, moved and removed. */
export function CategoriesScreen() {
  const t = useMessages(messages)
  const { many } = useNoun(productRecord.noun)
  const mayWrite = useMayWrite(productRecord)
  const remove = useCommand(removeCategory)
  const { items } = useEndpoint(listCategories, {}).data ?? { items: [] }
  const [editing, setEditing] = useState<Category | null>(null)
  const askRemove = async ({ id, name, parentId }: Category) => {
    const sure = await confirmLoss({
      title: t('removeTitle', { name }),
      lost: [],
      kept: t(parentId === null ? 'keptTop' : 'kept'),
      confirm: t('confirm'),
    })
    if (sure) void remove.attempt({ params: { id } })
  }
  return (
    <Page title={t('categories')} breadcrumbs={[{ label: many, href: '/products' }]} layout="narrow">
      {items.length === 0 && <EmptyState icon={IconBinaryTree2} title={t('empty')} description={t('emptyText')} />}
      <ItemList label={t('categories')}>
        {items.map(category => (
          <ItemRow
            key={category.id}
            title={category.path}
            trailing={
              <RecordLink
                href={`/products?filter[categoryId][in]=${category.id}`}
                name={t('products', { count: category.products })}
              />
            }
            actions={
              mayWrite && (
                <>
                  <ActionIcon aria-label={t('edit', category)} onClick={() => setEditing(category)}>
                    <IconPencil size={15} />
                  </ActionIcon>
                  <ActionIcon aria-label={t('remove', category)} onClick={() => void askRemove(category)}>
                    <IconTrash size={15} />
                  </ActionIcon>
                </>
              )
            }
          />
        ))}
      </ItemList>
      {editing && <CategoryDialog category={editing} all={items} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function CategoryDialog({ category, all, onClose }: { category: Category; all: Category[]; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const { id, name, parentId } = category
  const change = useCommand(changeCategory)
  const options = all
    .filter(category => category.id !== id)
    .map(category => ({ value: category.id, label: category.path }))
  const form = useForm({
    initial: { name, parentId },
    submit: body => change.run({ params: { id }, body }).then(onClose),
  })
  return (
    <FormDialog title={t('edit', { name })} submitLabel={t('save')} form={form} onClose={onClose}>
      <FormField path="name" label={words('name')} required autoFocus />
      <FormField path="parentId" label={t('parent')} type="choice" options={options} />
    </FormDialog>
  )
}
