import { equal, holds, refused, step } from './checks.mjs';

/** Properties, pipelines and owners by HubSpot's client. */
export async function settings(hubspot, facts) {
  await properties(hubspot.crm.properties);
  await pipelines(hubspot.crm.pipelines, facts);
  await owners(hubspot.crm.owners.ownersApi);
}

async function properties({ coreApi, groupsApi, batchApi }) {
  await step('HubSpot lists the properties of deals', async () => {
    const { results } = await coreApi.getAll('deals');
    const stage = results.find((one) => one.name === 'dealstage');
    equal(stage.type, 'enumeration', 'type of dealstage');
  });
  await step('HubSpot creates, reads, changes a property group', async () => {
    await groupsApi.create('deals', { name: 'node_client', label: 'Node client', displayOrder: 3 });
    await groupsApi.update('deals', 'node_client', { label: 'Node' });
    equal((await groupsApi.getByName('deals', 'node_client')).label, 'Node', 'label');
  });
  await step('HubSpot creates, reads, changes a property', async () => {
    const made = await coreApi.create('deals', text('node_key', true));
    equal(made.hasUniqueValue, true, 'hasUniqueValue');
    await coreApi.update('deals', 'node_key', { label: 'Key of the Node client' });
    const read = await coreApi.getByName('deals', 'node_key');
    equal(read.label, 'Key of the Node client', 'label');
    equal(read.groupName, 'node_client', 'groupName');
  });
  await step('HubSpot refuses a property that exists with 409', async () => {
    const error = await refused(() => coreApi.create('deals', text('node_key', true)), 'the second one');
    equal(error.code, 409, 'status');
    equal(error.body.category, 'OBJECT_ALREADY_EXISTS', 'category');
  });
  await step('HubSpot answers 404 for a property that does not exist', async () => {
    equal((await refused(() => coreApi.getByName('deals', 'nowhere'), 'reading it')).code, 404, 'status');
  });
  await step('HubSpot creates, reads, archives properties in batches', async () => {
    const made = await batchApi.create('deals', { inputs: [text('node_a', false), text('node_b', false)] });
    equal(made.results.length, 2, 'created');
    const inputs = [{ name: 'node_a' }, { name: 'node_b' }];
    equal((await batchApi.read('deals', { inputs, archived: false })).results.length, 2, 'read');
    await batchApi.archive('deals', { inputs });
    equal((await refused(() => coreApi.getByName('deals', 'node_a'), 'reading it')).code, 404, 'status');
  });
}

function text(name, hasUniqueValue) {
  return { name, label: name, type: 'string', fieldType: 'text', groupName: 'node_client', hasUniqueValue };
}

async function pipelines({ pipelinesApi, pipelineStagesApi }, { pipeline, wonStage }) {
  await step('HubSpot tells the won stage of the pipeline', async () => {
    const { results } = await pipelinesApi.getAll('deals');
    const stage = results.find((one) => one.id === pipeline).stages.find((one) => one.id === wonStage);
    equal(stage.metadata.isClosed, 'true', 'isClosed');
    equal(stage.metadata.probability, '1.0', 'probability');
  });
  await step('HubSpot reads one pipeline and its stages', async () => {
    equal((await pipelinesApi.getById('deals', pipeline)).id, pipeline, 'id');
    holds((await pipelineStagesApi.getAll('deals', pipeline)).results.length > 1, 'more than one stage');
    equal((await pipelineStagesApi.getById('deals', pipeline, wonStage)).id, wonStage, 'stage');
  });
}

async function owners(ownersApi) {
  await step('HubSpot lists owners and reads one', async () => {
    const { results } = await ownersApi.getPage();
    equal(results.length, 2, 'owners');
    equal((await ownersApi.getById(Number(results[0].id))).email, results[0].email, 'email');
  });
}
