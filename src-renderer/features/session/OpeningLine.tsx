import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpeningProgress } from '../../../src-shared/contract/session.ts';

/** What the station does with the file before it is open, and how far it is. */
export function OpeningLine({ opening }: { opening: OpeningProgress }) {
  const { t } = useTranslation();
  const words = t(`session.opening.${opening.step}`);
  return (
    <div role="status">
      <p>{words}</p>
      {opening.step !== 'restoring' && <Progress mt={6} value={opening.share * 100} aria-label={words} />}
    </div>
  );
}
