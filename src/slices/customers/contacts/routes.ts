import { handle, Raw } from '../../../platform/http/route.ts'
import { audit } from '../../../platform/audit/audit.ts'
import { auditRead } from '../../../platform/audit/audit-read.ts'
import { deleteContacts, restoreContacts } from './commands/bin-contacts.ts'
import { changeContact } from './commands/change-contact.ts'
import { addHandle, changeHandle, removeHandle } from './commands/change-handles.ts'
import { createContact, saveContacts } from './commands/save-contacts.ts'
import { exportContacts } from './export.ts'
import { getContact, getContactJson, listContacts, listHandles } from './queries.ts'
import * as schema from './schema.ts'
import { toVcard } from './vcard.ts'

export const routes = [
  handle(schema.listContacts, (ctx, { query }) => listContacts(ctx, query)),
  handle(schema.listDeletedContacts, (ctx, { query }) => listContacts(ctx, query, true)),
  handle(schema.exportContacts, async (ctx, { query: { format, ...query } }) => {
    await audit(ctx.db, ctx, { action: 'contacts.exported', detail: { format, ...query } })
    return exportContacts(ctx, format, query)
  }),
  handle(
    schema.createContact,
    async (ctx, { body }) => new Raw(await getContactJson(ctx, await createContact(ctx, body))),
  ),
  handle(schema.saveContacts, async (ctx, { body }) => ({ items: await saveContacts(ctx, body.items) })),
  handle(schema.deleteContacts, async (ctx, { body }) => ({ count: await deleteContacts(ctx, body.ids) })),
  handle(schema.restoreContacts, async (ctx, { body }) => ({ count: await restoreContacts(ctx, body.ids) })),
  handle(schema.getContact, async (ctx, { params }) => {
    const contact = await getContactJson(ctx, params.id)
    auditRead(ctx, { action: 'contact.read', subjectType: 'contact', subjectId: params.id })
    return new Raw(contact)
  }),
  handle(
    schema.changeContact,
    async (ctx, { params, body }) => new Raw(await getContactJson(ctx, await changeContact(ctx, params.id, body))),
  ),
  handle(schema.deleteContact, async (ctx, { params }) => {
    await deleteContacts(ctx, [params.id])
  }),
  handle(schema.restoreContact, async (ctx, { params }) => {
    await restoreContacts(ctx, [params.id])
    return new Raw(await getContactJson(ctx, params.id))
  }),
  handle(schema.exportContact, async (ctx, { params }) => {
    const contact = await getContact(ctx, params.id)
    await audit(ctx.db, ctx, { action: 'contact.exported', subjectType: 'contact', subjectId: params.id })
    return new Raw(toVcard(contact), 'text/vcard; charset=utf-8', {
      'content-disposition': 'attachment; filename="contact.vcf"',
    })
  }),
  handle(schema.listHandles, async (ctx, { params }) => ({ items: await listHandles(ctx, params.id) })),
  handle(schema.addHandle, async (ctx, { params, body }) => {
    const handleId = await addHandle(ctx, params.id, body)
    return (await listHandles(ctx, params.id)).find(own => own.id === handleId)!
  }),
  handle(schema.changeHandle, async (ctx, { params, body }) => {
    await changeHandle(ctx, params.id, params.handleId, body)
    return (await listHandles(ctx, params.id)).find(own => own.id === params.handleId)!
  }),
  handle(schema.removeHandle, (ctx, { params }) => removeHandle(ctx, params.id, params.handleId)),
]
