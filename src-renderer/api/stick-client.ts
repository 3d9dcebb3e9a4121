import type { StickAnswer } from '../../src-shared/contract/stick.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { Fault } from './fault.ts';

/** Where a file is written to: a place the person chose, or the browser's own folder for downloads. */
interface FileTarget { write(piece: Uint8Array): Promise<void>; finish(): Promise<void>; drop(): Promise<void> }
interface WritableFile { write(piece: Uint8Array): Promise<void>; close(): Promise<void>; abort(): Promise<void> }
interface PickingWindow { showSaveFilePicker?: (options: { suggestedName: string }) => Promise<{ createWritable(): Promise<WritableFile> }> }

export type SavedBundle = { ok: true; documents: number; bytes: number } | { ok: false; refusals: Refusal[] };

/** `undefined` where the person changed their mind. */
async function chooseTarget(name: string): Promise<FileTarget | undefined> {
  const picker = (window as PickingWindow).showSaveFilePicker;
  if (picker) {
    try {
      const file = await (await picker.call(window, { suggestedName: name })).createWritable();
      return { write: (piece) => file.write(piece), finish: () => file.close(), drop: () => file.abort() };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw error;
    }
  }
  const pieces: BlobPart[] = [];
  return {
    async write(piece) { pieces.push(piece as Uint8Array<ArrayBuffer>); },
    async finish() {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(pieces));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    async drop() { pieces.length = 0; },
  };
}

const send = (path: string, body?: Blob): Promise<Response> => fetch(path, { method: 'POST', ...(body ? { body } : {}) }).catch(() => { throw new Fault('unreachable'); });

async function readAnswer(response: Response): Promise<StickAnswer> {
  if (response.status === 401) throw new Fault('signedOut');
  const answer = await response.json() as StickAnswer & { faultId?: string };
  if (response.status >= 500) throw new Fault('broken', answer.faultId);
  return answer;
}

/** Makes a bundle and writes it where the person says. Answers `undefined` where they changed their mind; throws `Fault`, or the disk's own error. */
export async function saveBundle(name: string, onBytes: (bytes: number) => void): Promise<SavedBundle | undefined> {
  const target = await chooseTarget(name);
  if (!target) return undefined;
  try {
    const response = await send('/stick/bundle');
    if (!response.ok || !response.body) {
      const answer = await readAnswer(response);
      await target.drop();
      return { ok: false, refusals: answer.ok ? [] : answer.refusals };
    }
    let bytes = 0;
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      await target.write(piece.value);
      bytes += piece.value.length;
      onBytes(bytes);
    }
    await target.finish();
    return { ok: true, documents: Number(response.headers.get('x-tramxa-documents') ?? 0), bytes };
  } catch (error) {
    await target.drop().catch(() => undefined);
    throw error;
  }
}

/** Hands a file from the stick to the station. */
export const receiveAnswer = async (file: File): Promise<StickAnswer> => readAnswer(await send('/stick/answer', file));
