import { useTranslation } from 'react-i18next';
import { AccountsPage } from '../features/accounts/AccountsPage.tsx';
import { AmendEncounterPage } from '../features/encounters/AmendEncounterPage.tsx';
import { CareDuePage } from '../features/chronic/CareDuePage.tsx';
import { CareMonthPage } from '../features/chronic/CareMonthPage.tsx';
import { FollowUpPage } from '../features/chronic/FollowUpPage.tsx';
import { SuspectsPage } from '../features/chronic/SuspectsPage.tsx';
import { EquipmentPage } from '../features/equipment/EquipmentPage.tsx';
import { doings } from '../features/equipment/equipment-draft.ts';
import { EncounterPage } from '../features/encounters/EncounterPage.tsx';
import { RecordEncounterPage } from '../features/encounters/RecordEncounterPage.tsx';
import { EditPersonPage } from '../features/people/EditPersonPage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { PersonPage } from '../features/people/PersonPage.tsx';
import { RegisterPage } from '../features/people/RegisterPage.tsx';
import { DuePage } from '../features/immunizations/DuePage.tsx';
import { MonthPage } from '../features/immunizations/MonthPage.tsx';
import { RecordImmunizationPage } from '../features/immunizations/RecordImmunizationPage.tsx';
import { NutritionPage } from '../features/growth/NutritionPage.tsx';
import { ClosingPage } from '../features/closing/ClosingPage.tsx';
import { FacilityPage } from '../features/facility/FacilityPage.tsx';
import { HelpPage } from '../features/help/HelpPage.tsx';
import { ImportPage } from '../features/import/ImportPage.tsx';
import { DispensePage } from '../features/supply/DispensePage.tsx';
import { StocktakePage } from '../features/supply/StocktakePage.tsx';
import { StocktakesPage } from '../features/supply/StocktakesPage.tsx';
import { StorePage } from '../features/supply/StorePage.tsx';
import { SyncPage } from '../features/sync/SyncPage.tsx';
import { TodayPage } from '../features/today/TodayPage.tsx';
import { MissingPage } from '../ui/PageState.tsx';
import { routeToHash, type Route } from '../ui/route.ts';
import { PersonPanels } from './PersonPanels.tsx';

/** The page of a route. A form or a person starts anew with each address: nothing of another one is ever left on it. */
export function Page({ route }: { route: Route }) {
  const { t } = useTranslation();
  const key = routeToHash(route);
  switch (route.page) {
    case 'today': return <TodayPage key={key} declining={route.draft !== undefined && route.transferId !== undefined ? { transferId: route.transferId, draftKey: route.draft } : undefined} />;
    case 'people': return <PeoplePage />;
    case 'register': return <RegisterPage key={key} draft={route.draft} name={route.name} />;
    case 'person': return <PersonPage key={key} id={route.id} panels={(patient) => <PersonPanels patient={patient} route={route} />} open={route.draft !== undefined && route.form !== undefined ? { form: route.form, draftKey: route.draft, dispenseId: route.dispenseId } : undefined} />;
    case 'immunize': return <RecordImmunizationPage key={key} patientId={route.patientId} draft={route.draft} wanted={{ vaccine: route.vaccine, dose: route.dose }} />;
    case 'chronic': return <CareDuePage />;
    case 'suspects': return <SuspectsPage />;
    case 'chronicMonth': return <CareMonthPage />;
    case 'followUp': return <FollowUpPage key={key} patientId={route.patientId} draft={route.draft} from={route.from} />;
    case 'immunizations': return <DuePage />;
    case 'immunizationsMonth': return <MonthPage />;
    case 'nutrition': return <NutritionPage />;
    case 'editPerson': return <EditPersonPage key={key} id={route.id} draft={route.draft} />;
    case 'checkup': case 'visit': return <RecordEncounterPage key={key} kind={route.page} patientId={route.patientId} draft={route.draft} />;
    case 'encounter': return <EncounterPage key={key} id={route.id} draft={route.draft} />;
    case 'amend': return <AmendEncounterPage key={key} id={route.id} draft={route.draft} />;
    case 'store': return <StorePage key={route.draft ?? ''} medicineId={route.medicineId} draft={route.draft !== undefined && route.form !== undefined ? { form: route.form, key: route.draft, lotId: route.lotId } : undefined} />;
    case 'stocktakes': return <StocktakesPage />;
    case 'stocktake': return <StocktakePage key={key} id={route.id} />;
    case 'equipment': return <EquipmentPage key={route.draft ?? ''} id={route.id} draft={route.draft !== undefined && route.form !== undefined ? { form: route.form, key: route.draft, doing: doings.find((one) => one === route.doing) } : undefined} />;
    case 'dispense': return <DispensePage key={key} patientId={route.patientId} encounterId={route.encounterId} draft={route.draft} />;
    case 'import': return <ImportPage key={key} kind={route.kind} />;
    case 'facility': return <FacilityPage key={route.draft ?? ''} draft={route.draft} />;
    case 'closing': return <ClosingPage />;
    case 'help': return <HelpPage />;
    case 'sync': return <SyncPage />;
    case 'accounts': return <AccountsPage />;
    case 'missing': return <MissingPage title={t('common.pageMissing')} />;
  }
}
