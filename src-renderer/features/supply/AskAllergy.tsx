import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AllergyQuestion } from '../../../src-shared/domain/supply/ask-about-allergies.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/form.module.css';
import { AllergyLine } from '../../ui/PersonHeader.tsx';

interface AskAllergyProps { question: AllergyQuestion; /** Whom the medicine is for. */ name: string; /** Of the medicines, as on the form. */ medicines: string[]; onGive(): void; onClose(): void }

/** Asks once before somebody with a recorded allergy is given medicine. The cursor starts at going back: however often a key was pressed, none of it is a yes. */
export function AskAllergy({ question: { allergies, named }, name, medicines, onGive, onClose }: AskAllergyProps) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('supply.allergy.title', { name })} holds>
      <div className={layout.form} data-testid="ask-allergy">
        <AllergyLine allergies={allergies} />
        <p>{named.length > 0 ? t('supply.allergy.named', { medicines: named.join(', ') }) : t('supply.allergy.unsure', { medicines: medicines.join(', ') })}</p>
        <div className={layout.push}>
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.back')}</Button>
          <Button color="brick" onClick={onGive}>{t('supply.allergy.give')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
