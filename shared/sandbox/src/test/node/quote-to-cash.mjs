import { equal, holds, money, step, until } from './checks.mjs';

const DEFINED = 'HUBSPOT_DEFINED';
const DEAL_TO_COMPANY = 341;
const DEAL_TO_CONTACT = 3;
const LINE_ITEM_TO_DEAL = 20;
const COMPANY_TO_BILLING_CONTACT = 930;
const BANK_ACCOUNT = '090';
const SHOWN = ['xero_invoice_state', 'xero_total', 'xero_paid', 'xero_due', 'xero_sync_state', 'xero_invoice_number'];

/** A deal is won in HubSpot, its invoice is paid in Xero, and the deal shows it. */
export async function quoteToCash(hubspot, xero, facts) {
  const tenant = facts.xeroTenantId;
  const company = await customer(hubspot);
  const deal = await quote(hubspot, company, facts);
  const invoice = await invoiced(xero, tenant, deal);
  await paid(hubspot, xero, tenant, deal, invoice);
}

async function customer(hubspot) {
  const company = await step('HubSpot creates a company', async () => {
    const made = await hubspot.crm.companies.basicApi.create({
      properties: { name: 'Heron Optics Ltd', domain: 'heron.example' },
    });
    holds(made.createdAt instanceof Date, 'createdAt reads as a Date');
    return made.id;
  });
  const contact = await step('HubSpot creates a contact', async () => {
    const made = await hubspot.crm.contacts.basicApi.create({
      properties: { firstname: 'Accounts', lastname: 'Payable', email: 'ap@heron.example' },
    });
    equal(made.properties.email, 'ap@heron.example', 'email');
    return made.id;
  });
  await step('the contact becomes the billing contact of the company (associations v4)', async () => {
    const labels = await hubspot.crm.associations.v4.basicApi.create('companies', company, 'contacts', contact, [
      { associationCategory: DEFINED, associationTypeId: COMPANY_TO_BILLING_CONTACT },
    ]);
    equal(String(labels.fromObjectId), company, 'fromObjectId');
    equal(String(labels.toObjectId), contact, 'toObjectId');
  });
  return { company, contact };
}

async function quote(hubspot, { company, contact }, facts) {
  const product = await step('HubSpot creates a product', async () => {
    const made = await hubspot.crm.products.basicApi.create({
      properties: { name: 'Objective lens', hs_sku: 'LENS-O', price: '12.3456' },
    });
    return made.id;
  });
  const deal = await step('HubSpot creates a deal for the company and the contact', async () => {
    const made = await hubspot.crm.deals.basicApi.create({
      properties: {
        dealname: 'Heron: lenses',
        pipeline: facts.pipeline,
        dealstage: 'contractsent',
        deal_currency_code: 'GBP',
        amount: '217.04',
      },
      associations: [to(company, DEAL_TO_COMPANY), to(contact, DEAL_TO_CONTACT)],
    });
    return made.id;
  });
  await step('HubSpot creates two line items of the deal in one batch', async () => {
    const made = await hubspot.crm.lineItems.batchApi.create({
      inputs: [
        line(deal, { name: 'Objective lens', hs_product_id: product, quantity: '3', price: '12.3456' }, '61001'),
        line(deal, { name: 'Handbook', quantity: '2', price: '100', hs_discount_percentage: '10' }, '61002'),
      ],
    });
    equal(made.status, 'COMPLETE', 'status');
    equal(made.results.length, 2, 'results');
  });
  await step('the deal reads back with its two line items, its company and its contact', async () => {
    const api = hubspot.crm.associations.v4.basicApi;
    for (const [type, count] of [['line_items', 2], ['companies', 1], ['contacts', 1]]) {
      const page = await api.getPage('deals', deal, type);
      equal(page.results.length, count, type);
    }
  });
  await step('the deal is moved to won', async () => {
    const moved = await hubspot.crm.deals.basicApi.update(deal, { properties: { dealstage: facts.wonStage } });
    equal(moved.properties.dealstage, facts.wonStage, 'dealstage');
  });
  return deal;
}

async function invoiced(xero, tenant, deal) {
  const reference = `HS-${deal}`;
  const invoice = await step(`Xero shows one invoice with Reference ${reference}`, () =>
    until(`an invoice with Reference ${reference}`, 60, async () => {
      const { body } = await xero.getInvoices(
        tenant, undefined, `Reference=="${reference}"`, undefined, undefined, undefined, undefined, undefined, 1);
      holds(body.invoices.length < 2, 'at most one invoice');
      return body.invoices[0];
    }));
  await step('the invoice carries the amounts of the deal, to the cent', async () => {
    equal(invoice.status, 'DRAFT', 'status');
    equal(invoice.contact.name, 'Heron Optics Ltd', 'contact');
    holds(invoice.url.includes(`/${deal}/`), 'url names the deal');
    equal(invoice.lineItems.length, 2, 'lines');
    // 3 x 12.3456 = 37.04, 20 %; 2 x 100 less 10 % = 180.00, 5 %
    equal(invoice.lineItems.map((one) => one.lineAmount.toFixed(2)), ['37.04', '180.00'], 'line amounts');
    equal(invoice.lineItems.map((one) => one.taxAmount.toFixed(2)), ['7.41', '9.00'], 'line taxes');
    money(invoice.subTotal, '217.04', 'subTotal');
    money(invoice.totalTax, '16.41', 'totalTax');
    money(invoice.total, '233.45', 'total');
    money(invoice.amountDue, '233.45', 'amountDue');
  });
  return invoice;
}

async function paid(hubspot, xero, tenant, deal, { invoiceID }) {
  await step('finance authorises the invoice', async () => {
    const { body } = await xero.updateInvoice(tenant, invoiceID, { invoices: [{ invoiceID, status: 'AUTHORISED' }] });
    equal(body.invoices[0].status, 'AUTHORISED', 'status');
  });
  await shows(hubspot, deal, 'AWAITING_PAYMENT', '0.00');
  await pay(xero, tenant, invoiceID, 100, '133.45');
  await shows(hubspot, deal, 'PART_PAID', '100.00');
  await pay(xero, tenant, invoiceID, 133.45, '0.00');
  await shows(hubspot, deal, 'PAID', '233.45');
  await step('Xero shows the invoice PAID with both payments', async () => {
    const { body } = await xero.getInvoice(tenant, invoiceID);
    const invoice = body.invoices[0];
    equal(invoice.status, 'PAID', 'status');
    money(invoice.amountPaid, '233.45', 'amountPaid');
    equal(invoice.payments.map((one) => one.amount.toFixed(2)).sort(), ['100.00', '133.45'], 'payments');
    holds(invoice.fullyPaidOnDate, 'fullyPaidOnDate is there');
  });
  await step('Xero has no other invoice for the deal', async () => {
    const { body } = await xero.getInvoices(tenant, undefined, `Reference=="HS-${deal}"`);
    equal(body.invoices.length, 1, 'invoices');
  });
}

async function pay(xero, tenant, invoiceID, amount, left) {
  await step(`finance records a payment of ${amount.toFixed(2)}`, async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { body } = await xero.createPayments(
      tenant,
      { payments: [{ invoice: { invoiceID }, account: { code: BANK_ACCOUNT }, date: today, amount }] },
      true,
      `${invoiceID}-${amount}`);
    equal(body.payments[0].status, 'AUTHORISED', 'status');
    money(body.payments[0].amount, amount.toFixed(2), 'amount');
    money(body.payments[0].invoice.amountDue, left, 'left to pay');
  });
}

async function shows(hubspot, deal, state, paidSoFar) {
  await step(`the deal shows ${state}`, async () => {
    const shown = await until(`${state} on the deal`, 60, async () => {
      const { properties } = await hubspot.crm.deals.basicApi.getById(deal, SHOWN);
      return properties.xero_invoice_state === state && properties;
    });
    equal(Number(shown.xero_total).toFixed(2), '233.45', 'xero_total');
    equal(Number(shown.xero_paid).toFixed(2), paidSoFar, 'xero_paid');
    equal(shown.xero_sync_state, 'ok', 'xero_sync_state');
  });
}

function to(id, associationTypeId) {
  return { to: { id }, types: [{ associationCategory: DEFINED, associationTypeId }] };
}

function line(deal, properties, taxRate) {
  return {
    properties: { ...properties, hs_tax_rate_group_id: taxRate },
    associations: [to(deal, LINE_ITEM_TO_DEAL)],
  };
}
