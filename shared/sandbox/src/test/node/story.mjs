// From the quote to the cash with nothing but the vendors' own clients: what they send and how they read the
// answers is not ours, so where they agree with the simulators, the simulators speak the real wire format.
// Usage: node story.mjs FACTS, the file that `./bridge up --json FACTS` writes.
import { readFileSync } from 'node:fs';
import { Client } from '@hubspot/api-client';
import { AccountingApi } from 'xero-node';
import { done } from './checks.mjs';
import { hubspotAlone } from './hubspot.mjs';
import { quoteToCash } from './quote-to-cash.mjs';
import { xeroAlone } from './xero.mjs';

const facts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const hubspot = new Client({
  accessToken: facts.hubspotToken,
  basePath: facts.hubspot,
  numberOfApiCallRetries: 3,
});
const xero = new AccountingApi(`${facts.xero}/api.xro/2.0`);
xero.accessToken = facts.xeroToken;

try {
  await hubspotAlone(hubspot, facts);
  await xeroAlone(xero, facts.xeroTenantId);
  await quoteToCash(hubspot, xero, facts);
  console.log(`story: ${done()} steps, all as the vendors' clients expect`);
} catch (error) {
  console.error(`FAILED after ${done()} steps: ${error.message}`);
  process.exitCode = 1;
}
