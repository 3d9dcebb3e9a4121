import { useState } from 'react';
import type { HubApi, HubReviewAnswer } from '../../../src-shared/contract/hub-api.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import type { Fault } from '../../api/fault.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';

export interface HubRun { run(work: (client: HubApi) => Promise<HubReviewAnswer>): Promise<number | undefined>; running: boolean; refusals: Refusal[]; fault: Fault | undefined }

/** Runs one of the console's operations; answers how many records got a word, `undefined` when it was refused or broke. */
export function useHubRun(): HubRun {
  const client = useHub((s) => s.client);
  const [state, setState] = useState<{ running: boolean; refusals: Refusal[]; fault?: Fault }>({ running: false, refusals: [] });
  return {
    running: state.running, refusals: state.refusals, fault: state.fault,
    async run(work) {
      if (state.running) return undefined;
      setState({ running: true, refusals: [] });
      try {
        const answer = await work(client);
        setState({ running: false, refusals: answer.ok ? [] : answer.refusals });
        return answer.ok ? answer.count : undefined;
      } catch (error) {
        setState({ running: false, refusals: [], fault: hubFault(error) });
        return undefined;
      }
    },
  };
}
