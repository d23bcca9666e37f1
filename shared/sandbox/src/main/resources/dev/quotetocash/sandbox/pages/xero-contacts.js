// The list of contacts.
import { showList } from './xero-list.js';
import * as xero from './xero-calls.js';

const COLUMNS = [['Name', 'first'], ['E-mail', ''], ['Person', ''], ['Number', ''], ['Status', '']];

export function showContacts(place) {
  return showList(place, {
    search: 'Name, e-mail or number',
    columns: COLUMNS,
    read: xero.contacts,
    id: contact => contact.ContactID,
    row: contact => [
      contact.Name,
      contact.EmailAddress ?? '',
      [contact.FirstName, contact.LastName].filter(Boolean).join(' '),
      contact.ContactNumber ?? '',
      contact.ContactStatus[0] + contact.ContactStatus.slice(1).toLowerCase(),
    ],
    empty: 'No contacts yet. The bridge makes one for the first deal of a company.',
    noun: 'contact',
  });
}
