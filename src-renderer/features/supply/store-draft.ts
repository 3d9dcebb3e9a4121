/** A dialog of the store room that was left half-written. */
export interface StoreDraft { form: 'receive' | 'opening' | 'adjust'; key: string; lotId?: string }
