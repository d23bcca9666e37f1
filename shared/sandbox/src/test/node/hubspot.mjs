import { equal, holds, refused, step, until } from './checks.mjs';
import { settings } from './hubspot-settings.mjs';

const UNKNOWN = '999999999999';

/** The calls of HubSpot's client that the story does not need. */
export async function hubspotAlone(hubspot, facts) {
  await settings(hubspot, facts);
  const deals = await batches(hubspot.crm.deals);
  await search(hubspot.crm.deals, deals);
  await paging(hubspot.crm.deals.basicApi);
  await associations(hubspot, deals);
  await merging(hubspot.crm.deals.basicApi, deals);
  await errors(hubspot);
  await dated(hubspot, deals);
}

async function batches({ batchApi, basicApi }) {
  const ids = await step('HubSpot creates three deals in a batch', async () => {
    const inputs = ['a', 'b', 'c'].map((key) => ({
      properties: { dealname: `Node ${key}`, pipeline: 'default', dealstage: 'contractsent', node_key: key },
      objectWriteTraceId: key,
    }));
    const { results, status } = await batchApi.create({ inputs });
    equal(status, 'COMPLETE', 'status');
    return ['a', 'b', 'c'].map((key) => results.find((one) => one.properties.node_key === key).id);
  });
  await step('HubSpot reads them in a batch, by id and by the unique property', async () => {
    const byId = await batchApi.read({
      inputs: ids.map((id) => ({ id })), properties: ['dealname'], propertiesWithHistory: [],
    });
    equal(byId.results.map((one) => one.properties.dealname).sort(), ['Node a', 'Node b', 'Node c'], 'names');
    const byKey = await batchApi.read({
      inputs: [{ id: 'b' }], idProperty: 'node_key', properties: ['node_key'], propertiesWithHistory: [],
    });
    equal(byKey.results[0].id, ids[1], 'id');
  });
  await step('HubSpot reports the one that is missing in a batch read (207)', async () => {
    const read = await batchApi.read({
      inputs: [{ id: ids[0] }, { id: UNKNOWN }], properties: [], propertiesWithHistory: [],
    });
    equal(read.results.length, 1, 'results');
    equal(read.numErrors, 1, 'numErrors');
    equal(read.errors[0].status, 'error', 'status');
  });
  await step('HubSpot updates two of them in a batch', async () => {
    const inputs = [
      { id: ids[0], properties: { amount: '10.50' } },
      { id: 'b', idProperty: 'node_key', properties: { amount: '20.25' } },
    ];
    equal((await batchApi.update({ inputs })).results.length, 2, 'results');
    equal((await basicApi.getById(ids[1], ['amount'])).properties.amount, '20.25', 'amount');
  });
  const fourth = await step('HubSpot upserts one that is there and one that is new', async () => {
    const inputs = ['c', 'd'].map((id) => ({ id, idProperty: 'node_key', properties: { dealname: `Upserted ${id}` } }));
    const { results } = await batchApi.upsert({ inputs });
    const made = results.find((one) => one._new);
    equal(results.filter((one) => one._new).length, 1, 'new ones');
    equal(results.find((one) => !one._new).id, ids[2], 'the one that was there');
    return made.id;
  });
  await step('HubSpot archives one in a batch, which is then 404 but listed as archived', async () => {
    await batchApi.archive({ inputs: [{ id: fourth }] });
    equal((await refused(() => basicApi.getById(fourth), 'reading it')).code, 404, 'status');
    const gone = await basicApi.getById(fourth, undefined, undefined, undefined, true);
    equal(gone.archived, true, 'archived');
    holds(gone.archivedAt instanceof Date, 'archivedAt reads as a Date');
  });
  return ids;
}

async function search({ searchApi }, ids) {
  const query = (filters, more) => ({
    filterGroups: [{ filters }], properties: ['dealname'], sorts: ['hs_object_id'], limit: 10, after: '0', ...more,
  });
  await step('HubSpot finds the deals by search once they are indexed', () =>
    until('three deals in the search', 20, async () => {
      const filters = [{ propertyName: 'node_key', operator: 'IN', values: ['a', 'b', 'c'] }];
      const { total, results } = await searchApi.doSearch(query(filters));
      return total === 3 && results.map((one) => one.id).sort().join() === [...ids].sort().join();
    }));
  await step('HubSpot pages through a search', async () => {
    const filters = [{ propertyName: 'node_key', operator: 'HAS_PROPERTY' }];
    const first = await searchApi.doSearch(query(filters, { limit: 2 }));
    equal(first.results.length, 2, 'first page');
    const second = await searchApi.doSearch(query(filters, { limit: 2, after: first.paging.next.after }));
    equal(second.results.length, 1, 'second page');
    equal(second.paging?.next, undefined, 'no third page');
  });
  await step('HubSpot finds by a window of the modified date', async () => {
    const filters = [
      { propertyName: 'hs_lastmodifieddate', operator: 'BETWEEN', value: '0', highValue: String(Date.now()) },
      { propertyName: 'amount', operator: 'GTE', value: '20' },
      { propertyName: 'node_key', operator: 'HAS_PROPERTY' },
    ];
    equal((await searchApi.doSearch(query(filters))).results.map((one) => one.id), [ids[1]], 'ids');
  });
  await step('HubSpot refuses a search by an operator that does not exist', async () => {
    const filters = [{ propertyName: 'amount', operator: 'LIKE', value: '1' }];
    equal((await refused(() => searchApi.doSearch(query(filters)), 'the search')).code, 400, 'status');
  });
}

async function paging(basicApi) {
  await step('HubSpot pages through the list of deals', async () => {
    const first = await basicApi.getPage(2, undefined, ['dealname']);
    equal(first.results.length, 2, 'first page');
    const second = await basicApi.getPage(2, first.paging.next.after, ['dealname']);
    holds(second.results.every((one) => first.results.every((other) => other.id !== one.id)), 'no record twice');
  });
}

async function associations(hubspot, [one, other]) {
  const { basicApi, batchApi } = hubspot.crm.associations.v4;
  const company = (await hubspot.crm.companies.basicApi.create({ properties: { name: 'Plover Cranes Ltd' } })).id;
  await step('HubSpot associates by default, singly and in a batch', async () => {
    await basicApi.createDefault('deals', one, 'companies', company);
    const { results } = await batchApi.createDefault('deals', 'companies', {
      inputs: [{ _from: { id: other }, to: { id: company } }],
    });
    holds(results.length > 0, 'results');
  });
  await step('HubSpot associates with a label in a batch', async () => {
    const { results } = await batchApi.create('deals', 'companies', {
      inputs: [{
        _from: { id: one }, to: { id: company },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }],
      }],
    });
    equal(results.map((pair) => String(pair.toObjectId)), [company], 'toObjectId');
  });
  await step('HubSpot reads associations in a batch, by page and with the record', async () => {
    const read = await batchApi.getPage('deals', 'companies', { inputs: [{ id: one }, { id: other }] });
    equal(read.results.map((from) => String(from._from.id)).sort(), [one, other].sort(), 'from');
    const page = await basicApi.getPage('deals', one, 'companies');
    equal(String(page.results[0].toObjectId), company, 'toObjectId');
    equal(page.results[0].associationTypes.map((type) => type.typeId).sort(), [341, 5], 'types');
    const deal = await hubspot.crm.deals.basicApi.getById(one, undefined, undefined, ['companies']);
    holds(deal.associations.companies.results.some((each) => each.id === company), 'company with the deal');
  });
  await step('HubSpot removes a label, then the associations', async () => {
    await batchApi.archiveLabels('deals', 'companies', {
      inputs: [{
        _from: { id: one }, to: { id: company },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }],
      }],
    });
    equal((await basicApi.getPage('deals', one, 'companies')).results[0].associationTypes.length, 1, 'types left');
    await basicApi.archive('deals', one, 'companies', company);
    await batchApi.archive('deals', 'companies', { inputs: [{ _from: { id: other }, to: [{ id: company }] }] });
    equal((await basicApi.getPage('deals', one, 'companies')).results, [], 'associations of the first');
    equal((await basicApi.getPage('deals', other, 'companies')).results, [], 'associations of the second');
  });
}

async function merging(basicApi, [, second, third]) {
  await step('HubSpot merges two deals, and both old ids lead to the one that is left', async () => {
    const { id } = await basicApi.merge({ primaryObjectId: second, objectIdToMerge: third });
    for (const old of [second, third]) equal((await basicApi.getById(old)).id, id, `the deal behind ${old}`);
    const left = await basicApi.getById(id, ['hs_merged_object_ids']);
    holds(left.properties.hs_merged_object_ids.split(';').includes(third), 'hs_merged_object_ids names the loser');
  });
}

async function errors(hubspot) {
  const { basicApi } = hubspot.crm.deals;
  await step('HubSpot refuses a property that does not exist (400 VALIDATION_ERROR)', async () => {
    const error = await refused(() => basicApi.create({ properties: { dealname: 'x', no_such: '1' } }), 'creating');
    equal(error.code, 400, 'status');
    equal(error.body.category, 'VALIDATION_ERROR', 'category');
    holds(error.body.correlationId, 'correlationId is there');
  });
  await step('HubSpot refuses a value that is no number (400 VALIDATION_ERROR)', async () => {
    const error = await refused(() => basicApi.create({ properties: { dealname: 'x', amount: 'lots' } }), 'creating');
    equal([error.code, error.body.category], [400, 'VALIDATION_ERROR'], 'status and category');
  });
  await step('HubSpot answers 404 for a record that does not exist', async () => {
    const error = await refused(() => basicApi.getById(UNKNOWN), 'reading it');
    equal(error.code, 404, 'status');
    equal((await refused(() => basicApi.update(UNKNOWN, { properties: {} }), 'changing it')).code, 404, 'status');
  });
  await step('HubSpot refuses another token with 401', async () => {
    const { Client } = await import('@hubspot/api-client');
    const stranger = new Client({ accessToken: 'nobody', basePath: hubspot.config.basePath });
    const error = await refused(() => stranger.crm.deals.basicApi.getPage(), 'reading');
    equal([error.code, error.body.category], [401, 'INVALID_AUTHENTICATION'], 'status and category');
  });
}

async function dated(hubspot, [one]) {
  for (const version of ['2026-03', '2026-09']) {
    await step(`HubSpot's client reaches the dated path ${version}`, async () => {
      const reply = await hubspot.apiRequest({ path: `/crm/objects/${version}/deals/${one}` });
      equal(reply.status, 200, 'status');
      equal((await reply.json()).id, one, 'id');
    });
  }
}
