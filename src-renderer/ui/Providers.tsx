import { MantineProvider, useMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, type ReactNode } from 'react';
import { pageVariables, theme } from './theme.ts';

/** Nonce of this answer, put into the page by the server; styles made while running carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** Preferences live in the station, never in this browser (cookies and storage ignore which station it is). */
const rememberNothing: MantineColorSchemeManager = { get: (fallback) => fallback, set: () => undefined, subscribe: () => undefined, unsubscribe: () => undefined, clear: () => undefined };

/** Theme, nonce and messages around a whole page. */
export function Providers({ colorScheme, children }: { colorScheme: MantineColorScheme; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} colorSchemeManager={rememberNothing} defaultColorScheme={colorScheme} cssVariablesResolver={pageVariables} getStyleNonce={() => nonce}>
      <FollowColorScheme colorScheme={colorScheme} />
      <Notifications position="bottom-center" autoClose={4500} limit={3} />
      {children}
    </MantineProvider>
  );
}

function FollowColorScheme({ colorScheme }: { colorScheme: MantineColorScheme }) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => { setColorScheme(colorScheme); }, [colorScheme, setColorScheme]);
  return null;
}
