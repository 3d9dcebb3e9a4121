import type { ShellToStation } from '../../../src-shared/contract/shell-messages.ts';
import type { StationChild, Timers } from '../../../src-main/shell/parts.ts';

/** A station process that does what the test says. */
export class ChildStandIn implements StationChild {
  readonly posted: ShellToStation[] = [];
  killed = false;
  private readonly listeners: { event: string; listener: (value: never) => void }[] = [];

  postMessage(message: ShellToStation): void { this.posted.push(message); }
  on(event: 'message' | 'exit', listener: (value: never) => void): this { this.listeners.push({ event, listener }); return this; }
  kill(): boolean { this.killed = true; return true; }
  say(message: unknown): void { this.emit('message', message); }
  die(code = 1): void { this.emit('exit', code); }
  private emit(event: string, value: unknown): void {
    for (const entry of this.listeners) if (entry.event === event) entry.listener(value as never);
  }
}

/** Time that passes only when told to. */
export class TimersStandIn implements Timers {
  private at = 1_000;
  private waiting: { due: number; run: () => void }[] = [];
  now(): number { return this.at; }
  setTimeout(run: () => void, ms: number): unknown { const entry = { due: this.at + ms, run }; this.waiting.push(entry); return entry; }
  clearTimeout(timer: unknown): void { this.waiting = this.waiting.filter((entry) => entry !== timer); }
  pass(ms: number): void {
    this.at += ms;
    const due = this.waiting.filter((entry) => entry.due <= this.at);
    this.waiting = this.waiting.filter((entry) => entry.due > this.at);
    for (const entry of due) entry.run();
  }
}
