import { accounts } from './accounts.ts';
import { chronic } from './chronic.ts';
import { facility, resources } from './facility.ts';
import { equipment } from './equipment.ts';
import { firstStart } from './first-start.ts';
import { common, dates, problems, roles, sexes, tiers } from './common.ts';
import { closing, help, imports, paper, same } from './day.ts';
import { growth } from './growth.ts';
import { maternal } from './maternal.ts';
import { immunizations } from './immunizations.ts';
import { encounters, ticks } from './encounters.ts';
import { people, voidPerson } from './people.ts';
import { issues, refusals, warnings } from './refusals.ts';
import { practice } from './practice.ts';
import { program } from './program.ts';
import { hubAccounts } from './hub-accounts.ts';
import { handover } from './handover.ts';
import { handovers } from './handovers.ts';
import { reports } from './reports.ts';
import { reference } from './reference.ts';
import { review } from './review.ts';
import { formNames, frame, session, today, truth } from './session.ts';
import { stocktake } from './stocktake.ts';
import { supply } from './supply.ts';
import { hub, sync } from './sync.ts';

/** Every visible word in Vietnamese, the default language. */
export const vi = { equipment, chronic, growth, maternal, immunizations, common, dates, problems, roles, sexes, tiers, encounters, ticks, people, refusals, warnings, issues, formNames, frame, session, accounts, firstStart, today, truth, supply, stocktake, sync, hub, review, reference, handover, handovers, hubAccounts, imports, paper, practice, program, closing, help, same, voidPerson, facility, resources, reports } as const;
