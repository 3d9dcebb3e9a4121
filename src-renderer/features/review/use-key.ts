import { useState } from 'react';
import { mintKey } from '../../ui/mint-key.ts';

/** A key for one press; `renew` after it went through. */
export function useKey(): { key: string; renew(): void } {
  const [key, setKey] = useState(mintKey);
  return { key, renew: () => { setKey(mintKey()); } };
}
