import { Button } from '@mantine/core';
import { IconArrowsExchange, IconBan, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AntenatalVisitRow, BirthView, MaternalCareView, PostnatalVisitRow, PregnancyView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { FieldText } from '../../ui/care-texts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkNewborn } from '../../ui/LinkNewborn.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { useAntenatalTexts, useBirthTexts, usePostnatalTexts, usePregnancyTexts } from '../../ui/maternal-texts.ts';
import { RecordFacts } from '../../ui/RecordFacts.tsx';
import { go } from '../../ui/route.ts';
import { AlertList } from './AlertList.tsx';
import { ChangePregnancyStatus } from './ChangePregnancyStatus.tsx';
import type { OpenMaternal } from './open-maternal.ts';
import { UnlinkNewborn } from './UnlinkNewborn.tsx';
import { VoidMaternal } from './VoidMaternal.tsx';

interface OverProps { view: MaternalCareView; patient: Patient; open: OpenMaternal; setOpen(open: OpenMaternal): void; onClose(): void }

export function OverPanel({ view, patient, open, setOpen, onClose }: OverProps) {
  const { id, draftKey, what, baby = 0 } = open;
  const closed = patient.voided !== undefined;
  const { fullName: name } = patient;
  const pregnancy = view.pregnancies.find((one) => one.pregnancy._id === id);
  const visit = view.pregnancies.flatMap(({ visits }) => visits).find(({ _id }) => _id === id);
  const birth = view.pregnancies.flatMap(({ births }) => births).find(({ _id }) => _id === id);
  const postnatal = view.pregnancies.flatMap((one) => one.postnatal).find(({ _id }) => _id === id);
  const then = (next: OpenMaternal['what']) => () => { setOpen({ what: next, id }); };
  if (what === 'linkNewborn') return birth ? <LinkNewborn birth={birth} baby={baby} onClose={onClose} /> : null;
  if (what === 'unlinkNewborn') return birth?.babies[baby]?.childId === undefined ? null : <UnlinkNewborn birth={birth} baby={baby} name={name} draftKey={draftKey} onClose={onClose} />;
  if (what.startsWith('void')) {
    const record = pregnancy?.pregnancy ?? visit ?? birth ?? postnatal;
    return record ? <VoidMaternal what={what as Extract<OpenMaternal['what'], `void${string}`>} record={record} name={name} draftKey={draftKey} onClose={onClose} /> : null;
  }
  if (what === 'changePregnancyStatus') return pregnancy ? <ChangePregnancyStatus of={pregnancy} name={name} draftKey={draftKey} onClose={onClose} /> : null;
  if (pregnancy) return <PregnancyDetail of={pregnancy} closed={closed} onChange={then('changePregnancyStatus')} onVoid={then('voidPregnancy')} onClose={onClose} />;
  if (visit) return <AntenatalDetail visit={visit} closed={closed} onVoid={then('voidAntenatalVisit')} onClose={onClose} />;
  if (birth) return <BirthDetail birth={birth} closed={closed} onVoid={then('voidBirth')} onClose={onClose} />;
  return postnatal ? <PostnatalDetail visit={postnatal} closed={closed} onVoid={then('voidPostnatalVisit')} onClose={onClose} /> : null;
}

interface Acts { closed: boolean; onVoid(): void; onClose(): void }
type OneRecord = Pick<AntenatalVisitRow, '_id' | 'voided' | 'author' | 'carriedFrom'>;

function Detail({ record, title, texts, closed, voidWords, onVoid, onClose, children, more }: Acts & { record: OneRecord; title: string; texts: readonly FieldText[]; voidWords: string; children?: ReactNode; /** Other things to press. */ more?: ReactNode }) {
  const { t } = useTranslation();
  const { voided, carriedFrom } = record;
  const mayChange = !closed && !voided && carriedFrom === undefined;
  const struck = voided && [t('maternal.struck', { reason: t(`maternal.voidReasons.${voided.reason}`), name: voided.by.displayName, when: formatWhen(voided.at, t) }), voided.note].filter(Boolean).join('. ');
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <div className={layout.form} data-testid="maternal-detail">
        <RecordFacts id={record._id} struck={struck} carriedFrom={carriedFrom} facts={[...texts.map(([, name, value]): [string, string | undefined] => [name, value]), [t('maternal.author'), record.author.displayName]]}>{children}</RecordFacts>
        <div className={layout.push}>
          {mayChange && <Button variant="subtle" color="brick" leftSection={<IconBan size={16} />} onClick={onVoid}>{voidWords}</Button>}
          {mayChange && more}
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function PregnancyDetail({ of: { pregnancy }, onChange, ...acts }: Acts & { of: PregnancyView; onChange(): void }) {
  const { t } = useTranslation();
  return (
    <Detail
      {...acts} record={pregnancy} title={t('maternal.pregnancy.titled', { on: formatDate(pregnancy.registeredOn) })} texts={usePregnancyTexts(pregnancy)} voidWords={t('maternal.pregnancy.void')}
      more={<><Button variant="light" leftSection={<IconArrowsExchange size={16} />} onClick={onChange}>{t('maternal.change.action')}</Button><Button variant="light" leftSection={<IconPencil size={16} />} onClick={() => { go({ page: 'pregnancy', patientId: pregnancy.patientId, id: pregnancy._id }); }}>{t('maternal.panel.amend')}</Button></>}
    />
  );
}

function AntenatalDetail({ visit, ...acts }: Acts & { visit: AntenatalVisitRow }) {
  const { t } = useTranslation();
  return <Detail {...acts} record={visit} title={t('maternal.visit.titled', { on: formatDate(visit.occurredOn) })} texts={useAntenatalTexts(visit)} voidWords={t('maternal.visit.void')}><AlertList alerts={visit.alerts} /></Detail>;
}

function BirthDetail({ birth, ...acts }: Acts & { birth: BirthView }) {
  const { t } = useTranslation();
  return <Detail {...acts} record={birth} title={t('maternal.birthRecord.titled', { on: formatDate(birth.bornOn) })} texts={useBirthTexts(birth)} voidWords={t('maternal.birthRecord.void')} />;
}

function PostnatalDetail({ visit, ...acts }: Acts & { visit: PostnatalVisitRow }) {
  const { t } = useTranslation();
  return <Detail {...acts} record={visit} title={t('maternal.postnatalRecord.titled', { on: formatDate(visit.occurredOn) })} texts={usePostnatalTexts(visit)} voidWords={t('maternal.postnatalRecord.void')}><AlertList alerts={visit.alerts} /></Detail>;
}
