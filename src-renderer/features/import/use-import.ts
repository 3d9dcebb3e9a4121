import { useEffect, useState } from 'react';
import type { ImportState } from '../../../src-shared/contract/imports.ts';
import type { ColumnMap, ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import { errorToFault, type Fault } from '../../api/fault.ts';
import { handInList } from '../../api/get-file.ts';
import { useSession } from '../../stores/session-store.ts';

const LOOK_AGAIN_MS = 400;

export interface Import { state: ImportState | undefined; busy: boolean; refused: string | undefined; fault: Fault | undefined; handIn(file: File): Promise<void>; choose(columns: ColumnMap): Promise<void>; start(includeLikely: boolean): Promise<void>; stop(): Promise<void>; forget(): void }

/** One list on its way in: what the station says of it, asked again while it works. */
export function useImport(kind: ImportKind): Import {
  const client = useSession((s) => s.client);
  const [state, setState] = useState<ImportState | undefined>();
  const [rest, setRest] = useState<{ busy: boolean; refused?: string; fault?: Fault }>({ busy: false });
  const attempt = async (work: () => Promise<void>) => {
    setRest({ busy: true });
    try { await work(); setRest((before) => ({ ...before, busy: false })); } catch (error) { setRest({ busy: false, fault: errorToFault(error) }); }
  };
  const take = (next: ImportState | null) => { setState(next ?? undefined); };
  const working = state?.step === 'trying' || state?.step === 'running';
  const id = state?.id;
  useEffect(() => {
    if (!working || id === undefined) return;
    const timer = setInterval(() => { client.imports.state({ id }).then((next) => { if (next) setState(next); }, () => undefined); }, LOOK_AGAIN_MS);
    return () => { clearInterval(timer); };
  }, [client, id, working]);
  return {
    state, busy: rest.busy, refused: rest.refused, fault: rest.fault,
    handIn: (file) => attempt(async () => {
      const answer = await handInList(kind, file);
      if (answer.ok) setState(answer.state); else setRest({ busy: false, refused: answer.refusals[0]?.code ?? 'NotASpreadsheet' });
    }),
    choose: (columns) => attempt(async () => { if (state) take(await client.imports.choose({ id: state.id, columns, headerRow: state.headerRow })); }),
    start: (includeLikely) => attempt(async () => { if (state) take(await client.imports.start({ id: state.id, includeLikely })); }),
    stop: () => attempt(async () => { if (state) take(await client.imports.stop({ id: state.id })); }),
    forget: () => { setState(undefined); setRest({ busy: false }); },
  };
}
