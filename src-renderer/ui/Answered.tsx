import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { QueryAnswer, QueryName } from '../../src-shared/contract/queries.ts';
import type { Live } from '../api/use-live.ts';
import { FaultNotice } from './FaultNotice.tsx';

interface AnsweredProps<N extends QueryName> { live: Live<N>; lines?: number; children: (answer: QueryAnswer<N>) => ReactNode }

/** A live query on the screen: its shape while it loads, what broke, or its answer. */
export function Answered<N extends QueryName>({ live, lines = 4, children }: AnsweredProps<N>) {
  if (live.fault) return <FaultNotice fault={live.fault} onRetry={live.again} />;
  if (live.answer === undefined) return <LoadingLines lines={lines} />;
  return <>{children(live.answer as QueryAnswer<N>)}</>;
}

/** Grey bars where lines will be. */
export function LoadingLines({ lines = 4 }: { lines?: number }) {
  return (
    <Stack gap="sm" p="sm" aria-busy>
      {Array.from({ length: lines }, (_, i) => <Skeleton key={i} height={18} width={`${92 - (i * 17) % 40}%`} radius="sm" />)}
    </Stack>
  );
}
