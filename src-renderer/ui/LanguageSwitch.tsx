import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n/words.ts';

/** The other language, one press away. `onChange` remembers it where the page has somewhere to remember. */
export function LanguageSwitch({ onChange }: { onChange?: (language: 'vi' | 'en') => void }) {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'vi' ? 'en' : 'vi';
  return (
    <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconLanguage size={16} />} lang={other} onClick={() => { speak(other); onChange?.(other); }}>
      {t('common.otherLanguage')}
    </Button>
  );
}
