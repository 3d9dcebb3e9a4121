import type { z } from 'zod';
import type { paperInput } from '../../../src-shared/contract/papers.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { maternalCareOf } from '../queries/maternal-care.ts';
import { mothersDue } from '../queries/maternal-due.ts';
import { maternalRegister } from '../queries/maternal-register.ts';
import { drawMaternalDueList } from './maternal-due-list.ts';
import { drawAntenatalRegister, drawBirthRegister } from './maternal-registers.ts';
import type { Letterhead } from './paper-head.ts';
import type { PaperSize, Pen } from './pen.ts';
import { drawPregnancyCard } from './pregnancy-card.ts';

type Request = Extract<z.output<typeof paperInput>, { paper: 'pregnancyCard' | 'maternalDue' | 'antenatalRegister' | 'birthRegister' }>;
interface Tools { begin: (title: string, size: PaperSize, landscape?: boolean) => Pen; letterhead: Letterhead; fileWord: (text: string) => string }

/** Papers of the care of mothers; nothing where the pregnancy is not there. */
export async function makeMaternalPaper(db: StationDatabase, request: Request, { begin, letterhead, fileWord }: Tools): Promise<{ pen: Pen; name: string } | undefined> {
  switch (request.paper) {
    case 'pregnancyCard': {
      const patientId = request.patientId ?? readRecord<Pregnancy>(db.store, 'pregnancies', request.pregnancyId)?.patientId;
      const patient = patientId === undefined ? undefined : readRecord<Patient>(db.store, 'patients', patientId);
      const view = patient && maternalCareOf(db, patient._id)?.pregnancies.find(({ pregnancy }) => pregnancy._id === request.pregnancyId);
      if (!patient || !view) return undefined;
      const pen = begin('Phiếu khám thai', 'A4');
      drawPregnancyCard(pen, { patient, view, letterhead });
      return { pen, name: `phieu-kham-thai-${fileWord(patient.fullName)}` };
    }
    case 'maternalDue': {
      const { until, kind, village, state, highRisk } = request;
      const pen = begin('Danh sách bà mẹ đến hẹn', 'A4', true);
      drawMaternalDueList(pen, { due: await mothersDue(db, { until, kind, village, state, highRisk, limit: Number.MAX_SAFE_INTEGER }), kind, village, state, highRisk: highRisk === true, letterhead });
      return { pen, name: `ba-me-den-hen-${until}` };
    }
    case 'antenatalRegister': case 'birthRegister': {
      const [from, to] = [`${request.from}-01`, lastDayOfMonth(request.until)];
      const { visits, births } = await maternalRegister(db, { from, to });
      const isOfVisits = request.paper === 'antenatalRegister';
      const pen = begin(isOfVisits ? 'Sổ khám thai' : 'Sổ đẻ', 'A4', true);
      if (isOfVisits) drawAntenatalRegister(pen, { entries: visits, from, to, letterhead });
      else drawBirthRegister(pen, { entries: births, from, to, letterhead });
      return { pen, name: `${isOfVisits ? 'so-kham-thai' : 'so-de'}-${request.from}-${request.until}` };
    }
  }
}
