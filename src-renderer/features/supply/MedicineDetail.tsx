import { useTranslation } from 'react-i18next';
import type { MedicineRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { formatCount } from '../../ui/format.ts';
import { isVaccine } from '../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import type { StoreDraft } from './store-draft.ts';
import { LotsTable } from './LotsTable.tsx';
import { StockCard } from './StockCard.tsx';
import styles from './StorePage.module.css';

/** One medicine: its lots with their expiry, and every line of its card. */
export function MedicineDetail({ medicine, adjusting }: { medicine: MedicineRow; /** A half-written adjustment of one of its lots. */ adjusting?: StoreDraft }) {
  const { t, i18n } = useTranslation();
  const lots = useLive('lotsOnHand', { medicineId: medicine._id, includeEmpty: true });
  return (
    <section className={styles.detail} data-testid="medicine-detail">
      <header className={styles.detailHead}>
        <div className={styles.detailName}>
          <h2>{keepUnits([medicine.inn, medicine.strength].filter(Boolean).join(' '))}</h2>
          <p>{[medicine.form, medicine.group, medicine.code, medicine.atc].filter(Boolean).join(' · ')}</p>
        </div>
        <div className={styles.total}>
          <strong className="num">{formatCount(medicine.balance, i18n.language)}</strong> {medicine.baseUnit}
          <span>{[t('supply.usableOf', { usable: formatCount(medicine.usableBalance, i18n.language) }), medicine.daysLeft !== undefined && medicine.usableBalance > 0 && t('supply.lasts', { count: medicine.daysLeft })].filter(Boolean).join(' · ')}</span>
        </div>
      </header>
      <h3 className={styles.section}>{t('supply.lots')}</h3>
      <Answered live={lots} lines={2}>{(rows) => <LotsTable lots={rows} isVaccine={isVaccine(medicine)} goesOn={adjusting} />}</Answered>
      <h3 className={styles.section}>{t('supply.card')} <PaperMenu compact variant="subtle" label={t('paper.card')} paper={(size) => ({ paper: 'stockCard', medicineId: medicine._id, size })} /></h3>
      <StockCard medicineId={medicine._id} />
    </section>
  );
}
