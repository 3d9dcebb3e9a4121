import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperInput } from '../../src-shared/contract/papers.ts';
import { printPaper, savePaper } from '../api/get-file.ts';

type Size = 'A4' | 'A5';
interface PaperMenuProps { label: string; paper(size: Size): PaperInput; /** The usual one first. */ sizes?: readonly Size[]; variant?: 'default' | 'light' | 'subtle'; compact?: boolean }

/** A paper as a file, always, or on a printer; that there is none is said within five seconds, and the paper is a file then too. */
export function PaperMenu({ label, paper, sizes = ['A4', 'A5'], variant = 'default', compact = false }: PaperMenuProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const make = async (size: Size, how: 'save' | 'print') => {
    setBusy(true);
    try {
      const trouble = how === 'print' ? await printPaper(paper(size)) : undefined;
      if (how === 'save') notifications.show({ message: t('paper.saved', { name: await savePaper(paper(size)) }), color: 'celadon', withBorder: true });
      if (trouble) notifications.show({ title: t(`paper.notPrinted.${trouble.why}`), message: t('paper.savedInstead', { name: trouble.name }), color: 'brick', withBorder: true, autoClose: 30_000 });
    } catch {
      notifications.show({ message: t(how === 'print' ? 'paper.printLate' : 'paper.failed'), color: 'brick', withBorder: true, autoClose: 10_000 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant={variant} size={compact ? 'compact-sm' : 'sm'} loading={busy} leftSection={<IconPrinter size={compact ? 14 : 17} />}>{label}</Button></Menu.Target>
      <Menu.Dropdown>
        {sizes.flatMap((size) => [
          <Menu.Item key={`${size} save`} leftSection={<IconDownload size={16} />} onClick={() => { void make(size, 'save'); }}>{t('paper.save', { size })}</Menu.Item>,
          <Menu.Item key={`${size} print`} leftSection={<IconPrinter size={16} />} onClick={() => { void make(size, 'print'); }}>{t('paper.toPrinter', { size })}</Menu.Item>,
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
