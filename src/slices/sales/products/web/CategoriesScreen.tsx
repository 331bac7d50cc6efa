import { IconBinaryTree2, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { useMayWrite } from '../../../../ui/record/web-record.ts'
import { useNoun } from '../../../../ui/record/noun.ts'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { productWords } from '../record.ts'
import { changeCategory, listCategories, removeCategory, type Category } from '../schema.ts'
import { categoryKind } from './product-kind.ts'
import { webProduct } from './product-record.tsx'

const messages = defineMessages('products.categories-screen', {
  empty: 'Categories appear here',
  emptyText: 'Give a product a category such as “Lighting > Lamps”; it is made on the way.',
  edit: 'Rename or move {name}',
  remove: 'Remove {name}',
  removeTitle: 'Remove the category “{name}”?',
  kept: 'Its products and the categories below it belong to the one above; one whose name is there already merges with it.',
  keptTop:
    'Its products will have no category; the categories below it stand at the top; one whose name is there already merges with it.',
  confirm: 'Remove category',
  save: 'Save category',
  parent: 'Below',
})

/** The tree of categories: renamed, moved and removed. */
export default function CategoriesScreen() {
  const t = useMessages(messages)
  const products = useNoun(webProduct.noun)
  const { many: title } = useNoun(categoryKind.noun)
  const { recordRule } = useSession()
  // They change products of everybody.
  const mayChange = useMayWrite(webProduct) && recordRule === 'all'
  const remove = useCommand(removeCategory)
  const list = useEndpoint(listCategories, {})
  const [editing, setEditing] = useState<Category | null>(null)
  const askRemove = ({ id, name, parentId }: Category) =>
    remove.attempt({ params: { id } }, undefined, {
      title: t('removeTitle', { name }),
      lost: [],
      kept: t(parentId === null ? 'keptTop' : 'kept'),
      confirm: t('confirm'),
    })
  return (
    <Page title={title} breadcrumbs={[{ label: products.many, href: '/products' }]} layout="narrow">
      <Items
        list={list}
        label={title}
        empty={{ icon: IconBinaryTree2, title: t('empty'), description: t('emptyText') }}
      >
        {category => (
          <ItemRow
            key={category.id}
            title={category.path}
            trailing={
              <TextLink
                href={`/products?filter[categoryId][in]=${category.id}`}
                label={products.count(category.products)}
                isName
              />
            }
            actions={
              mayChange && (
                <>
                  <IconButton icon={IconPencil} label={t('edit', category)} onClick={() => setEditing(category)} />
                  <IconButton icon={IconTrash} label={t('remove', category)} onClick={() => askRemove(category)} />
                </>
              )
            }
          />
        )}
      </Items>
      {editing && <CategoryDialog category={editing} all={list.data!.items} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function CategoryDialog({ category, all, onClose }: { category: Category; all: Category[]; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const { id, name, parentId } = category
  const change = useCommand(changeCategory)
  const options = all.filter(other => other.id !== id).map(({ id, path }) => ({ value: id, label: path }))
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
