/** The page's first address. The one-time token stands in the fragment, which no server and no log ever sees. */
export const pageAddress = ({ address, token }: { address: string; token: string }): string => `${address}/#token=${encodeURIComponent(token)}`;
