import { useState } from 'react';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { LoadingPage } from '../../ui/PageState.tsx';
import type { SessionFields } from './session-form.ts';
import { VaccineSessionForm } from './VaccineSessionForm.tsx';

/** The end of a session of vaccination: what was given of each lot, and what of it is thrown away. */
export function VaccineSessionPage({ draft }: { draft?: string }) {
  const restored = useRestoredDraft<SessionFields>({ form: 'vaccineSession', key: draft, onlyOne: true });
  /** The form begins anew after each save. */
  const [round, setRound] = useState(0);
  if (restored === undefined) return <LoadingPage />;
  return <VaccineSessionForm key={round} restored={round === 0 ? restored : null} onDone={() => { setRound((before) => before + 1); }} />;
}
