import type { Route } from './route-hash.ts';

/** Where somebody else begins who takes over this page: what a half-written form is about, never the form; a blank one for a person they did not choose invites a record of the wrong one. */
export function withoutForm(route: Route): Route {
  switch (route.page) {
    case 'today': return { page: 'today' };
    case 'register': return { page: 'people' };
    case 'checkup': case 'visit': case 'immunize': case 'followUp': case 'pregnancy': case 'antenatal': case 'birth': case 'postnatal': return { page: 'person', id: route.patientId };
    case 'person': case 'editPerson': return { page: 'person', id: route.id };
    case 'encounter': case 'amend': return { page: 'encounter', id: route.id };
    case 'dispense': return route.patientId === undefined ? { page: 'store' } : { page: 'person', id: route.patientId };
    case 'store': return { page: 'store', medicineId: route.medicineId };
    case 'equipment': return { page: 'equipment', id: route.id };
    case 'vaccineSession': return { page: 'vaccineSession' };
    default: return route;
  }
}
