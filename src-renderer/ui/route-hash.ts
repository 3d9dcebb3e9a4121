import { importKinds, type ImportKind } from '../../src-shared/domain/import/import-fields.ts';
/** Dialogs over the page of a person that can be left half-written. */
const personForms = ['voidPerson', 'restorePerson', 'handOver', 'undoDispense', 'immunizationReaction', 'voidImmunization', 'enrolCondition', 'changeEpisodeStatus', 'voidEpisode', 'voidFollowUp', 'changePregnancyStatus', 'voidPregnancy', 'voidAntenatalVisit', 'voidBirth', 'unlinkNewborn', 'voidPostnatalVisit', 'withdrawCaseReport'] as const;
export type PersonForm = (typeof personForms)[number];

/** Dialogs of the register of equipment that can be left half-written. */
const equipmentForms = ['addEquipment', 'correctEquipment', 'equipmentEvent', 'voidEquipment'] as const;
export type EquipmentForm = (typeof equipmentForms)[number];

/** Dialogs of the cold chain that can be left half-written. */
const coldForms = ['coldReading', 'coldDecision', 'voidReading'] as const;
export type ColdForm = (typeof coldForms)[number];

/** Where in the station's pages one is. Lives after `#`, so the page works from any address the station prints. */
export type Route =
  | { page: 'today'; transferId?: string; draft?: string } | { page: 'people' } | { page: 'register'; draft?: string; name?: string; /** Of a baby: the mother, the birth, which of its babies. */ motherId?: string; birthId?: string; baby?: string }
  | { page: 'person'; id: string; form?: PersonForm; dispenseId?: string; immunizationId?: string; /** An episode of a chronic condition. */ episodeId?: string; followUpId?: string; pregnancyId?: string; antenatalVisitId?: string; birthId?: string; /** Of that birth: `0` is the first. */ baby?: string; postnatalVisitId?: string; caseReportId?: string; /** To be enrolled with. */ condition?: string; draft?: string } | { page: 'editPerson'; id: string; draft?: string }
  | { page: 'checkup' | 'visit'; patientId: string; draft?: string }
  | { page: 'encounter'; id: string; draft?: string } | { page: 'amend'; id: string; draft?: string }
  | { page: 'store'; medicineId?: string; form?: 'receive' | 'opening' | 'adjust'; lotId?: string; draft?: string } | { page: 'order' } | { page: 'dispense'; patientId?: string; encounterId?: string; draft?: string }
  | { page: 'stocktakes' } | { page: 'stocktake'; id: string }
  | { page: 'facility'; draft?: string }
  | { page: 'immunizations' } | { page: 'immunizationsMonth' } | { page: 'vaccineSession'; draft?: string } | { page: 'nutrition' } | { page: 'immunize'; patientId: string; vaccine?: string; dose?: string; draft?: string }
  | { page: 'chronic' } | { page: 'suspects' } | { page: 'chronicMonth' } | { page: 'followUp'; patientId: string; /** The list it was opened from, to go back to. */ from?: string; draft?: string }
  | { page: 'mothers' } | { page: 'motherBirths' } | { page: 'motherMonth' } | { page: 'pregnancy'; patientId: string; /** That is corrected. */ id?: string; draft?: string } | { page: 'antenatal' | 'birth' | 'postnatal'; patientId: string; /** The list it was opened from, to go back to. */ from?: string; draft?: string }
  | { page: 'cases' } | { page: 'casesReported' } | { page: 'casesCounted' } | { page: 'outbreaks' } | { page: 'caseReport'; patientId?: string; encounterId?: string; /** That is replaced. */ id?: string; /** The list it was opened from, to go back to. */ from?: string; draft?: string }
  | { page: 'reports'; month?: string; /** Whose records are shown. */ line?: string; /** Of a share those not counted. */ rest?: string }
  | { page: 'equipment'; id?: string; form?: EquipmentForm; doing?: string; draft?: string }
  | { page: 'coldChain'; equipmentId?: string; month?: string; form?: ColdForm; /** Of the alarm, or struck out. */ readingId?: string; shift?: string; draft?: string }
  | { page: 'import'; kind: ImportKind } | { page: 'closing' } | { page: 'help' } | { page: 'sync' } | { page: 'accounts' } | { page: 'missing' };

const paths = {
  today: '', people: 'people', register: 'people/new', person: 'person', editPerson: 'person-edit', checkup: 'checkup', visit: 'visit',
  encounter: 'encounter', amend: 'amend', store: 'store', order: 'store/order', stocktakes: 'store/counts', stocktake: 'store/count', equipment: 'equipment', coldChain: 'cold-chain', dispense: 'dispense', sync: 'sync', import: 'import', facility: 'facility', reports: 'reports', immunizations: 'immunizations', immunizationsMonth: 'immunizations/month', vaccineSession: 'immunizations/session', nutrition: 'nutrition', immunize: 'immunize', chronic: 'chronic', suspects: 'chronic/suspects', chronicMonth: 'chronic/month', followUp: 'follow-up', mothers: 'mothers', motherBirths: 'mothers/births', motherMonth: 'mothers/month', pregnancy: 'pregnancy', antenatal: 'antenatal-visit', birth: 'birth', postnatal: 'postnatal-visit', cases: 'cases', casesReported: 'cases/reported', casesCounted: 'cases/counted', outbreaks: 'cases/outbreaks', caseReport: 'case-report', closing: 'closing', help: 'help', accounts: 'accounts',
} as const;

/** `{ page: 'person', id }` → `#/person?id=…`. */
export function routeToHash(route: Route): string {
  if (route.page === 'missing') return '#/';
  const { page, ...rest } = route;
  const search = new URLSearchParams(Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString();
  return `#/${paths[page]}${search ? `?${search}` : ''}`;
}

const isMonth = (text: string | undefined): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');

/** The route of an address; `missing` for one that says nothing. */
export function hashToRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const page = (Object.keys(paths) as (keyof typeof paths)[]).find((name) => paths[name] === path);
  const facts = Object.fromEntries(new URLSearchParams(search));
  const { id, patientId, medicineId, encounterId, draft, name } = facts;
  switch (page) {
    case 'today': return { page, transferId: facts.transferId, draft };
    case 'people': case 'order': case 'stocktakes': case 'immunizations': case 'immunizationsMonth': case 'nutrition': case 'chronic': case 'suspects': case 'chronicMonth': case 'mothers': case 'motherBirths': case 'motherMonth': case 'cases': case 'casesReported': case 'casesCounted': case 'outbreaks': case 'sync': case 'closing': case 'help': case 'accounts': return { page };
    case 'facility': case 'vaccineSession': return { page, draft };
    case 'reports': return { page, month: isMonth(facts.month) ? facts.month : undefined, line: facts.line, rest: facts.rest };
    case 'register': return { page, draft, name, motherId: facts.motherId, birthId: facts.birthId, baby: facts.baby };
    case 'person': return id ? { page, id, form: personForms.find((form) => form === facts.form), dispenseId: facts.dispenseId, immunizationId: facts.immunizationId, episodeId: facts.episodeId, followUpId: facts.followUpId, pregnancyId: facts.pregnancyId, antenatalVisitId: facts.antenatalVisitId, birthId: facts.birthId, baby: facts.baby, postnatalVisitId: facts.postnatalVisitId, caseReportId: facts.caseReportId, condition: facts.condition, draft } : { page: 'missing' };
    case 'immunize': return patientId ? { page, patientId, vaccine: facts.vaccine, dose: facts.dose, draft } : { page: 'missing' };
    case 'followUp': return patientId ? { page, patientId, from: facts.from, draft } : { page: 'missing' };
    case 'caseReport': return { page, patientId, encounterId, id, from: facts.from, draft };
    case 'pregnancy': return patientId ? { page, patientId, id, draft } : { page: 'missing' };
    case 'antenatal': case 'birth': case 'postnatal': return patientId ? { page, patientId, from: facts.from, draft } : { page: 'missing' };
    case 'editPerson': case 'amend': case 'encounter': return id ? { page, id, draft } : { page: 'missing' };
    case 'checkup': case 'visit': return patientId ? { page, patientId, draft } : { page: 'missing' };
    case 'import': { const kind = importKinds.find((one) => one === facts.kind); return kind ? { page, kind } : { page: 'missing' }; }
    case 'store': return { page, medicineId, form: (['receive', 'opening', 'adjust'] as const).find((form) => form === facts.form), lotId: facts.lotId, draft };
    case 'stocktake': return id ? { page, id } : { page: 'missing' };
    case 'equipment': return { page, id, form: equipmentForms.find((form) => form === facts.form), doing: facts.doing, draft };
    case 'coldChain': return { page, equipmentId: facts.equipmentId, month: isMonth(facts.month) ? facts.month : undefined, form: coldForms.find((form) => form === facts.form), readingId: facts.readingId, shift: facts.shift, draft };
    case 'dispense': return { page, patientId, encounterId, draft };
    default: return { page: 'missing' };
  }
}
