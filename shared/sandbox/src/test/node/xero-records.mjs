import { equal, holds, money, step } from './checks.mjs';

/** Settings, contacts and items by Xero's client. The id of a contact that is left. */
export async function records(xero, tenant) {
  await settings(xero, tenant);
  await items(xero, tenant);
  return contacts(xero, tenant);
}

async function settings(xero, tenant) {
  await step('Xero tells its organisation, accounts, tax rates and currencies', async () => {
    const { body } = await xero.getOrganisations(tenant);
    equal(body.organisations[0].baseCurrency, 'GBP', 'baseCurrency');
    const accounts = (await xero.getAccounts(tenant, undefined, 'Type=="BANK"')).body.accounts;
    holds(accounts.some((one) => one.code === '090'), 'account 090 is a bank account');
    const rates = (await xero.getTaxRates(tenant)).body.taxRates;
    equal(rates.find((one) => one.taxType === 'OUTPUT2').effectiveRate, 20, 'rate of OUTPUT2');
    holds((await xero.getCurrencies(tenant)).body.currencies.some((one) => one.code === 'GBP'), 'GBP is there');
    const { actions } = (await xero.getOrganisationActions(tenant)).body;
    equal(actions.find((one) => one.name === 'UseMulticurrency').status, 'ALLOWED', 'UseMulticurrency');
  });
}

async function contacts(xero, tenant) {
  const contact = await step('Xero creates a contact', async () => {
    const { body } = await xero.createContacts(tenant, {
      contacts: [{
        name: 'Avocet Marine Ltd', emailAddress: 'ap@avocet.example', contactNumber: 'node-1',
        phones: [{ phoneType: 'DEFAULT', phoneNumber: '5551212', phoneAreaCode: '113', phoneCountryCode: '44' }],
      }],
    });
    const made = body.contacts[0];
    equal(made.contactStatus, 'ACTIVE', 'status');
    equal([made.phones.length, made.addresses.length], [4, 2], 'phone and address slots');
    holds(made.updatedDateUTC instanceof Date, 'updatedDateUTC reads as a Date');
    return made.contactID;
  });
  await step('Xero finds the contact by id, number, where and search term', async () => {
    equal((await xero.getContact(tenant, contact)).body.contacts[0].name, 'Avocet Marine Ltd', 'by id');
    equal((await xero.getContactByContactNumber(tenant, 'node-1')).body.contacts[0].contactID, contact, 'by number');
    const where = (await xero.getContacts(tenant, undefined, 'EmailAddress=="AP@avocet.example"')).body.contacts;
    equal(where.map((one) => one.contactID), [contact], 'by where');
    const found = await xero.getContacts(
      tenant, undefined, undefined, undefined, undefined, 1, undefined, undefined, 'avocet', 10);
    equal(found.body.contacts.map((one) => one.contactID), [contact], 'by search term');
    equal(found.body.pagination.itemCount, 1, 'itemCount');
  });
  await step('Xero changes the contact by upsert and by id', async () => {
    const upserted = await xero.updateOrCreateContacts(tenant, {
      contacts: [{ contactNumber: 'node-1', name: 'Avocet Marine plc' }],
    });
    equal(upserted.body.contacts[0].contactID, contact, 'id');
    const changed = await xero.updateContact(tenant, contact, { contacts: [{ contactID: contact, firstName: 'Finance' }] });
    equal(changed.body.contacts[0].firstName, 'Finance', 'firstName');
    equal(changed.body.contacts[0].name, 'Avocet Marine plc', 'name');
  });
  await step('Xero reports the bad one of two contacts when errors are not summarised', async () => {
    const { body } = await xero.createContacts(
      tenant, { contacts: [{ name: 'Avocet Marine plc' }, { name: 'Curlew Foods Ltd' }] }, false);
    equal(body.contacts.map((one) => one.statusAttributeString), ['ERROR', 'OK'], 'statusAttributeString');
    holds(body.contacts[0].validationErrors[0].message.includes('already assigned'), 'the message');
  });
  return contact;
}

async function items(xero, tenant) {
  await step('Xero creates, changes, reads and deletes an item', async () => {
    const item = { code: 'NODE-1', name: 'Winch', salesDetails: { unitPrice: 10.5, accountCode: '200', taxType: 'OUTPUT2' } };
    const made = (await xero.createItems(tenant, { items: [item] })).body.items[0];
    holds(made.itemID, 'itemID is there');
    await xero.updateOrCreateItems(tenant, { items: [{ ...item, name: 'Hand winch' }] });
    equal((await xero.getItem(tenant, 'NODE-1')).body.items[0].name, 'Hand winch', 'name by code');
    money((await xero.getItem(tenant, made.itemID)).body.items[0].salesDetails.unitPrice, '10.50', 'unitPrice');
    holds((await xero.getItems(tenant)).body.items.some((one) => one.itemID === made.itemID), 'it is listed');
    equal((await xero.deleteItem(tenant, made.itemID)).response.status, 204, 'status of the deletion');
  });
}
