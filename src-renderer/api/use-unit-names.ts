import { useMemo } from 'react';
import { useLive } from './use-live.ts';

/** Names of the units above, as far as the station was told. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const { answer } = useLive('stationProfile', {});
  return useMemo(() => new Map((answer?.path ?? []).flatMap(({ unit, name }) => (name ? [[unit, name]] : []))), [answer]);
}
