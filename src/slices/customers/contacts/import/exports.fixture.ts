/** The same people as HubSpot and as Chatwoot export them. */
export const hubspot = `Record ID,First Name,Last Name,Email,Phone Number,Company name,Contact owner,Lifecycle Stage,Create Date,Unsubscribed from all email,Favourite colour
101,Marta,Nováková,Marta@Example.com,+420 777 123 456,Acme,olga@acme.test,Customer,2024-02-01 10:00,false,red
102,Jan,Dvořák,jan@example.com,777 222 333,Acme,,Lead,2024-02-02 10:00,true,blue
103,Eva,Malá,,777 444 555,Beta,nobody@acme.test,Lead,,,
104,Petr,Velký,petr@example.com,,,,Lead,,,green
105,Bad,Row,not-an-address,,,,,,,
`
export const chatwoot = `id,name,email,identifier,phone_number,company_name,custom_attribute_1
1,Marta,MARTA@example.com,crm-17,+420777123456,Acme,gold
2,Jan Dvořák,jan.private@example.com,,+420 777 222 333,,
3,E. Malá,eva@example.com,,00420777444555,Beta,silver
4,Petr,petr@example.com,crm-20,,,
5,New Person,new@example.com,crm-21,+420777999999,,
6,Same identifier,,crm-21,,,
`
