import type { HubConfig } from '../provisioning/hub-config.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';

/** Whether this hub keeps units and catalogues: as `hub.json` says, else the one without a parent. */
export const mayPublish = ({ publishesReference, parent }: Pick<HubConfig, 'publishesReference' | 'parent'>): boolean => publishesReference ?? parent === undefined;

export function checkMayPublish(config: HubConfig): void {
  if (!mayPublish(config)) throw new HubProblem('NotThePublisher', 'units and catalogues are published at the hub that keeps them: the one without a parent, or the one "hub catalogue publisher --on" was said to');
}
