import { upload } from '../../../../ui/api/upload.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { PictureInput } from '../../../../ui/form/PictureInput.tsx'
import { RecordFields } from '../../../../ui/record/RecordFields.tsx'
import { RecordHead } from '../../../../ui/record/RecordHead.tsx'
import { RecordPage } from '../../../../ui/record/RecordPage.tsx'
import { RecordSplit, RecordSplitSkeleton } from '../../../../ui/record/RecordSplit.tsx'
import { useMayWrite } from '../../../../ui/record/web-record.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { EditableTags } from '../../../customers/tags/web/EditableTags.tsx'
import { productPicture, type Product } from '../schema.ts'
import { pictureOf, productRecord } from './product-record.tsx'

export default function ProductScreen({ params }: ScreenProps) {
  return (
    <RecordPage record={productRecord} id={params.id!} layout="fill" skeleton={<RecordSplitSkeleton />}>
      {product => (
        <RecordSplit
          record={productRecord}
          full={product}
          head={
            <RecordHead
              record={productRecord}
              full={product}
              detail={product.categoryName}
              src={pictureOf(product)}
              square
            />
          }
          who={<ProductFacts product={product} />}
        />
      )}
    </RecordPage>
  )
}

/** What a product is: its picture, tags and every field, all changed where they stand. */
export function ProductFacts({ product }: { product: Product }) {
  const { id, deletedAt } = product
  const mayWrite = useMayWrite(productRecord) && deletedAt === null
  const refresh = useRefresh()
  const remove = useCommand(productPicture.remove)
  const send = async (file: File) => {
    const sent = await upload(productPicture.set, { params: { id } }, file, () => {}).done
    refresh('products')
    return sent !== null
  }
  return (
    <>
      {mayWrite && (
        <PictureInput
          hasPicture={product.pictureFileId !== null}
          send={send}
          remove={() => remove.run({ params: { id } })}
        />
      )}
      <EditableTags record={productRecord} full={product} />
      <RecordFields
        record={productRecord}
        full={product}
        always={['categoryId', 'isActive', 'description', 'unit', 'taxClass', 'ownerId']}
        rest={['teamId']}
      />
    </>
  )
}
