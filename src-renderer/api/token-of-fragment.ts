/** `#token=…` of the address the station prints, or nothing. */
export function tokenOfFragment(fragment: string): string | undefined {
  return /^#token=([A-Za-z0-9_-]{8,})$/.exec(fragment)?.[1];
}
