import { verifyAuditChain } from '../../../src-shared/domain/audit/verify-audit-chain.ts';
import type { AuditEvent } from '../../../src-shared/domain/audit/audit-event.schema.ts';
import { sha256 } from '../db/audit-chain.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Problem } from './problem.ts';
import { verifyCaseReports } from './verify-case-reports.ts';
import { verifyColdChain } from './verify-cold-chain.ts';
import { verifyEquipment } from './verify-equipment.ts';
import { verifyLedger } from './verify-ledger.ts';
import { verifyReports } from './verify-reports.ts';
import { verifySchemas } from './verify-schemas.ts';

export interface VerifyReport {
  ok: boolean; problems: Problem[]; /** Documents looked at, by collection. */ documents: Record<string, number>;
  auditEvents: number; lots: number; /** Lots below zero: a shortage to settle, not damage. */ shortages: { lotId: string; balance: number }[];
}

/** A damaged file may have more than anybody wants to read. */
const mostProblems = 1000;

/** File integrity, who the file belongs to, every record against its schema, ledger sums, events of the equipment, readings of the fridges, versions of reports and of cases, audit chain with its head. */
export function verifyStation(db: StationDatabase): VerifyReport {
  const problems: Problem[] = db.store.check(true).map((problem) => ({ check: 'file', problem }));
  const identity = db.settings.get<{ unit: string; device: string }>('identity');
  if (identity?.unit !== db.identity.unit || identity.device !== db.identity.device) problems.push({ check: 'identity', problem: 'the keyring speaks of another station than the file' });

  const schemas = verifySchemas(db.store);
  const ledger = verifyLedger(db);
  const audit = verifyAudit(db);
  problems.push(...schemas.problems, ...ledger.problems, ...verifyEquipment(db), ...verifyColdChain(db), ...verifyReports(db), ...verifyCaseReports(db), ...audit.problems);
  return {
    ok: problems.length === 0, problems: problems.slice(0, mostProblems), documents: schemas.documents, auditEvents: audit.count,
    lots: ledger.lots, shortages: ledger.shortages,
  };
}

function verifyAudit(db: StationDatabase): { problems: Problem[]; count: number } {
  const events: AuditEvent[] = [];
  for (const stored of db.store.iterate('auditEvents')) events.push(bodyOf<AuditEvent>(stored));
  const problems: Problem[] = verifyAuditChain(events, sha256).map((found) => ({ check: 'auditChain', ...found }));
  const own = events.filter((event) => event.device === db.identity.device);
  const last = own.reduce<AuditEvent | undefined>((a, b) => (a && a.chainIndex > b.chainIndex ? a : b), undefined);
  const head = db.auditChain.head();
  if (head?.hash !== last?.hash || head?.chainIndex !== last?.chainIndex) {
    problems.push({ check: 'auditChain', problem: 'cutOff', device: db.identity.device, chainIndex: head?.chainIndex ?? -1 });
  }
  return { problems, count: events.length };
}
