import type { ChronicCondition } from '../../src-shared/domain/chronic/chronic-lists.ts';
import { statusOn } from '../../src-shared/domain/chronic/derive-care-state.ts';
import { episode as episodeSchema } from '../../src-shared/domain/chronic/episode.schema.ts';
import { collectionOfId } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { doseKey } from '../../src-shared/domain/immunization/immunization-schedule.ts';
import { immunization as immunizationSchema } from '../../src-shared/domain/immunization/immunization.schema.ts';
import { wordOn } from '../../src-shared/domain/maternal/derive-pregnancy.ts';
import { dueDay } from '../../src-shared/domain/maternal/gestation.ts';
import { pregnancy as pregnancySchema } from '../../src-shared/domain/maternal/pregnancy.schema.ts';
import { replacedIds } from './replaced-reports.ts';

/** What a person should have one record of: the dose that was given, the condition under management, the pregnancy of one due day, its birth. A condition or pregnancy that ended stands apart from the one that began anew. */
export function subjectOf(id: string, body: DocumentBody): string | null {
  switch (collectionOfId(id)?.name) {
    case 'immunizations': {
      const shape = immunizationSchema.safeParse(body);
      return shape.success && shape.data.status === 'completed' ? doseKey(shape.data) : null;
    }
    case 'episodes': {
      const shape = episodeSchema.safeParse(body);
      if (!shape.success) return null;
      const { status, since } = statusOn(shape.data, '9999-12-31');
      return status === 'active' ? shape.data.condition : `${shape.data.condition} ${status} ${since}`;
    }
    case 'pregnancies': {
      const shape = pregnancySchema.safeParse(body);
      if (!shape.success) return null;
      const { status, since } = wordOn(shape.data, '9999-12-31');
      return status === 'active' ? dueDay(shape.data)?.dueOn ?? shape.data.registeredOn : `${status} ${since}`;
    }
    case 'births': return typeof body['pregnancyId'] === 'string' ? body['pregnancyId'] : null;
    case 'caseReports': return replacedIds(body);
    default: return null;
  }
}

export const conditionOfSubject = (subject: string): ChronicCondition => subject.split(' ')[0] as ChronicCondition;
