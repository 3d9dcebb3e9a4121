/**
 * Why a bundle was not taken; nothing was changed. `damaged`: cut short or altered · `foreign`: not made for this place or not by
 * whom it names · `old`: something newer was taken before · `newer`: of a later version of the program · `wrongWay`: an answer
 * where a bundle is wanted, or the other way round · `FileExists`: something else lies where one was to be written.
 */
export type BundleFault = 'BundleDamaged' | 'BundleForeign' | 'BundleOld' | 'BundleNewer' | 'BundleWrongWay' | 'FileExists';

export class BundleProblem extends Error {
  readonly code: BundleFault;
  constructor(code: BundleFault, message: string) { super(message); this.name = 'BundleProblem'; this.code = code; }
}
