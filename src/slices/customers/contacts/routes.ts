import { Raw, route } from '../../../platform/http/route.ts'
import { audit } from '../../../platform/audit/audit.ts'
import { recordRoutes } from '../../../platform/record/routes.ts'
import { deleteContacts, restoreContacts } from './commands/bin-contacts.ts'
import { changeContact } from './commands/change-contact.ts'
import { addHandle, changeHandle, removeHandle } from './commands/change-handles.ts'
import { createContact, saveContacts } from './commands/save-contacts.ts'
import { exportContacts } from './export.ts'
import { contactQueries, getContact, getContactJson, listHandles } from './queries.ts'
import { contactRecord } from './record.ts'
import * as schema from './schema.ts'
import { toVcard } from './vcard.ts'

export const routes = [
  ...recordRoutes(contactRecord, schema.contactEndpoints, {
    list: contactQueries.list,
    export: exportContacts,
    read: getContactJson,
    isReadAudited: true,
    create: createContact,
    change: changeContact,
    save: saveContacts,
    delete: deleteContacts,
    restore: restoreContacts,
  }),
  route(schema.exportContact, async (ctx, { params }) => {
    const contact = await getContact(ctx, params.id)
    await audit(ctx, { action: 'contact.exported', subjectId: params.id })
    return new Raw(toVcard(contact), 'text/vcard; charset=utf-8', {
      'content-disposition': 'attachment; filename="contact.vcf"',
    })
  }),
  route(schema.listHandles, async (ctx, { params }) => ({ items: await listHandles(ctx, params.id) })),
  route(schema.addHandle, async (ctx, { params, body }) => {
    const handleId = await addHandle(ctx, params.id, body)
    return (await listHandles(ctx, params.id)).find(handle => handle.id === handleId)!
  }),
  route(schema.changeHandle, async (ctx, { params, body }) => {
    await changeHandle(ctx, params.id, params.handleId, body)
    return (await listHandles(ctx, params.id)).find(handle => handle.id === params.handleId)!
  }),
  route(schema.removeHandle, (ctx, { params }) => removeHandle(ctx, params.id, params.handleId)),
]
