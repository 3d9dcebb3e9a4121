/** Who a station is; the same in its keyring and inside its file. */
export interface StationIdentity { unit: string; unitName: string; device: string; instance: string; practice: boolean }
