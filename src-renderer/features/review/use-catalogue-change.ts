import { useState } from 'react';
import type { CatalogueChange, CatalogueFault, HubApi } from '../../../src-shared/contract/hub-api.ts';
import type { Fault } from '../../api/fault.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';

export interface CatalogueRun { run(work: (client: HubApi) => Promise<CatalogueChange>): Promise<number | undefined>; running: boolean; faults: CatalogueFault[]; fault: Fault | undefined; clear(): void }

/** Changes a catalogue; answers how many entries, `undefined` where something did not fit or broke. */
export function useCatalogueChange(): CatalogueRun {
  const client = useHub((s) => s.client);
  const [state, setState] = useState<{ running: boolean; faults: CatalogueFault[]; fault?: Fault }>({ running: false, faults: [] });
  return {
    running: state.running, faults: state.faults, fault: state.fault,
    clear: () => { setState({ running: false, faults: [] }); },
    async run(work) {
      if (state.running) return undefined;
      setState({ running: true, faults: [] });
      try {
        const answer = await work(client);
        setState({ running: false, faults: answer.ok ? [] : answer.faults });
        return answer.ok ? answer.changed : undefined;
      } catch (error) {
        setState({ running: false, faults: [], fault: hubFault(error) });
        return undefined;
      }
    },
  };
}
