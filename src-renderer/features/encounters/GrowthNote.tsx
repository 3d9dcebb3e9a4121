import { useTranslation } from 'react-i18next';
import type { GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';
import type { GrowthValue } from '../../../src-shared/domain/growth/growth-of.ts';
import { growthClassName, growthSaid, growthTones } from '../../ui/growth-words.ts';
import styles from './VitalsGrid.module.css';

/** What the weight or height just typed says of a child. Its room is kept, so that nothing moves when it comes. */
export function GrowthNote({ index, value, lines = 1 }: { index: GrowthIndex; value: GrowthValue | undefined; lines?: 1 | 2 }) {
  const { t, i18n } = useTranslation();
  const words = value && (value.class ? growthClassName(index, value.class, t) : t('growth.typedRight'));
  return (
    <output className={styles.growth} data-tone={value && (value.class ? growthTones[value.class] : 'stop')} data-lines={lines} data-growth={index} title={value && `${t(`growth.indices.${index}`)}: ${growthSaid(index, value, t, i18n.language)}`}>
      {words !== undefined && (lines === 2 ? t('growth.inIndex', { name: t(`growth.indices.${index}`), class: words.toLowerCase() }) : words)}
    </output>
  );
}
