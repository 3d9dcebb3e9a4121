/** Lets a request that was just begun leave this process before work that keeps it busy: the hub then works at the same time. */
export async function letWordsLeave(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await new Promise<void>((resolve) => { setImmediate(resolve); });
}
