import type { OpenedEnrolment } from '../../ui/EnrolmentFile.tsx';

/** Which station this PC becomes; with what the tier above gave for it, where it did. */
export interface ChosenStation { unit: string; unitName: string; enrolment?: OpenedEnrolment }
