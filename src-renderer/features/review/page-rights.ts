import type { HubRole } from '../../../src-shared/contract/hub-api.ts';
import type { HubRoute } from './hub-route.ts';

/** What each page of the console asks of the hub first, and which roles may; the hub decides, this only says so in words. */
export const pageRights = {
  stations: { needs: 'stations', roles: ['reviewer', 'manager', 'administrator'] },
  resources: { needs: 'resources', roles: ['reviewer', 'manager', 'administrator'] },
  records: { needs: 'submitted', roles: ['reviewer', 'manager'] },
  record: { needs: 'record', roles: ['reviewer', 'manager'] },
  reports: { needs: 'reports', roles: ['reviewer', 'manager', 'administrator'] },
  report: { needs: 'report', roles: ['reviewer', 'manager', 'administrator'] },
  cases: { needs: 'cases', roles: ['reviewer', 'manager'] },
  months: { needs: 'locks', roles: ['reviewer', 'manager', 'administrator'] },
  handovers: { needs: 'handovers', roles: ['reviewer', 'manager'] },
  conflicts: { needs: 'conflicts', roles: ['reviewer', 'manager'] },
  catalogues: { needs: 'catalogues.entries', roles: ['reviewer', 'manager', 'administrator'] },
  access: { needs: 'accessLog', roles: ['manager', 'administrator'] },
  accounts: { needs: 'accounts.list', roles: ['administrator'] },
} as const satisfies Record<HubRoute['page'], { needs: string; roles: readonly HubRole[] }>;
