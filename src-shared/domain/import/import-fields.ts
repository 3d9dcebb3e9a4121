/** What a column of a list may hold, with the headings it goes by (folded: no marks, lower case). Vietnamese lists of stations and English ones. */
export const importFields = {
  patients: {
    fullName: ['ho va ten', 'ho ten', 'ho va ten khai sinh', 'ho ten nguoi dan', 'ho ten benh nhan', 'ten', 'full name', 'name', 'patient name'],
    sex: ['gioi tinh', 'gioi', 'phai', 'sex', 'gender'],
    bornOn: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'ngay thang sinh', 'sinh ngay', 'ns', 'date of birth', 'birth date', 'birthday', 'dob', 'year of birth', 'born'],
    /** Lists with a column of birth years for men and one for women. */
    bornOnMale: ['nam', 'nam sinh nam', 'ngay sinh nam'],
    bornOnFemale: ['nu', 'nam sinh nu', 'ngay sinh nu'],
    nationalId: ['cccd', 'so cccd', 'can cuoc', 'so can cuoc', 'can cuoc cong dan', 'so can cuoc cong dan', 'so dinh danh', 'so dinh danh ca nhan', 'ma dinh danh', 'cmnd cccd', 'cccd cmnd', 'so cccd cmnd', 'so cmnd cccd', 'cmnd', 'so cmnd', 'so giay to', 'national id', 'citizen id', 'id number'],
    insuranceNumber: ['bhyt', 'so bhyt', 'the bhyt', 'so the bhyt', 'ma the bhyt', 'ma bhyt', 'so the', 'ma so bhxh', 'insurance', 'insurance number', 'insurance no'],
    insuranceValidTo: ['han the', 'han bhyt', 'han the bhyt', 'gia tri den', 'han su dung the', 'insurance valid to', 'valid to'],
    village: ['thon', 'xom', 'ap', 'to dan pho', 'thon xom', 'thon ap', 'thon ban', 'ban', 'khu pho', 'khom ap', 'thon to', 'thon xom ap', 'to', 'village', 'hamlet'],
    householdHead: ['chu ho', 'ho ten chu ho', 'ten chu ho', 'household head', 'head of household'],
    addressLine: ['dia chi', 'dia chi thuong tru', 'noi o', 'cho o', 'noi thuong tru', 'address'],
    phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt', 'so dt', 'di dong', 'phone', 'telephone', 'mobile', 'phone number'],
    ethnicity: ['dan toc', 'ethnicity', 'ethnic group'],
    occupation: ['nghe nghiep', 'nghe', 'occupation', 'job'],
    guardianName: ['nguoi giam ho', 'ho ten nguoi giam ho', 'bo me', 'cha me', 'ho ten me', 'me', 'ten me', 'guardian', 'mother', 'mother name'],
    guardianRelation: ['quan he', 'quan he voi tre', 'relation'],
    guardianPhone: ['sdt nguoi giam ho', 'dien thoai nguoi giam ho', 'sdt me', 'guardian phone'],
    allergies: ['di ung', 'tien su di ung', 'allergies', 'allergy'],
    note: ['ghi chu', 'note', 'notes', 'remarks'],
  },
  stock: {
    code: ['ma', 'ma thuoc', 'ma hang', 'ma vat tu', 'code', 'item code', 'medicine code'],
    inn: ['ten thuoc', 'hoat chat', 'ten hoat chat', 'ten hang', 'ten thuoc hoat chat', 'ten thuoc ham luong', 'ten thuoc vat tu', 'thuoc', 'medicine', 'item', 'item name', 'drug', 'name'],
    strength: ['ham luong', 'nong do', 'nong do ham luong', 'strength', 'dose'],
    form: ['dang', 'dang bao che', 'dang thuoc', 'form', 'dosage form'],
    baseUnit: ['don vi', 'dvt', 'don vi tinh', 'unit', 'base unit'],
    lotNumber: ['so lo', 'lo', 'lo sx', 'so lo sx', 'so lo san xuat', 'lo san xuat', 'batch', 'batch number', 'lot', 'lot number', 'lot no'],
    expiresOn: ['han dung', 'han su dung', 'hsd', 'hd', 'han', 'ngay het han', 'expiry', 'expiry date', 'exp', 'expires', 'expires on'],
    vvm: ['vvm', 'muc vvm', 'chi thi vvm', 'tinh trang vvm', 'chi thi nhiet', 'chi thi nhiet vvm', 'vvm stage', 'vial monitor'],
    quantity: ['so luong', 'sl', 'ton', 'so luong ton', 'ton kho', 'ton dau', 'ton dau ky', 'sl ton', 'ton cuoi', 'quantity', 'qty', 'stock', 'balance', 'on hand'],
  },
  equipment: {
    equipmentName: ['ten thiet bi', 'ten trang thiet bi', 'ten tai san', 'ten may', 'ten dung cu', 'trang thiet bi', 'thiet bi', 'tai san', 'ten hang', 'ten', 'equipment', 'equipment name', 'item', 'item name', 'asset', 'name'],
    equipmentCode: ['ma thiet bi', 'ma tai san', 'ma ts', 'ma', 'code', 'equipment code', 'asset code', 'asset number'],
    countUnit: ['don vi tinh', 'don vi', 'dvt', 'unit'],
    pieces: ['so luong', 'sl', 'tong so', 'quantity', 'qty', 'pieces', 'number'],
    serial: ['so may', 'so seri', 'so serial', 'serial', 'seri', 's n', 'serial number', 'serial no', 'so hieu may'],
    model: ['model', 'ky hieu', 'ma hieu', 'kieu may', 'model may', 'quy cach'],
    maker: ['hang san xuat', 'hang', 'nha san xuat', 'hang sx', 'maker', 'manufacturer', 'brand'],
    country: ['nuoc san xuat', 'nuoc sx', 'xuat xu', 'noi san xuat', 'country', 'origin', 'country of origin'],
    yearMade: ['nam san xuat', 'nam sx', 'year made', 'year of manufacture'],
    receivedOn: ['nam su dung', 'nam dua vao su dung', 'ngay dua vao su dung', 'ngay su dung', 'ngay nhan', 'nam nhan', 'thoi gian su dung', 'nam mua', 'received', 'received on', 'in use since', 'date received'],
    source: ['nguon', 'nguon goc', 'nguon kinh phi', 'nguon von', 'nguon cap', 'source', 'funding', 'funded by'],
    price: ['don gia', 'gia', 'gia mua', 'price', 'unit price'],
    priceOfAll: ['nguyen gia', 'thanh tien', 'gia tri', 'tong gia tri', 'total', 'value', 'total price'],
    location: ['noi dat', 'vi tri', 'phong', 'khoa phong', 'noi su dung', 'dia diem', 'location', 'room', 'place'],
    state: ['tinh trang', 'hien trang', 'tinh trang su dung', 'tinh trang hoat dong', 'chat luong', 'state', 'status', 'condition'],
    coldPlace: ['giu vac xin', 'giu vaccine', 'bao quan vac xin', 'bao quan vaccine', 'noi giu vac xin', 'day chuyen lanh', 'thiet bi day chuyen lanh', 'keeps vaccines', 'vaccine storage', 'cold chain'],
    calibratedOn: ['ngay kiem dinh', 'kiem dinh', 'ngay hieu chuan', 'calibrated', 'calibrated on'],
    calibrationDueOn: ['han kiem dinh', 'kiem dinh lai', 'ngay kiem dinh tiep theo', 'han hieu chuan', 'calibration due', 'due'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type ImportKind = keyof typeof importFields;
export const importKinds = Object.keys(importFields) as ImportKind[];
/** Which column (from 0) each field is read from. */
export type ColumnMap = Partial<Record<string, number>>;

export const fieldsOf = (kind: ImportKind): string[] => Object.keys(importFields[kind]);

/** Without these columns a list cannot be read; each entry is one field or several of which one is enough. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  patients: [['fullName'], ['bornOn', 'bornOnMale', 'bornOnFemale']],
  stock: [['inn', 'code'], ['lotNumber'], ['expiresOn'], ['quantity']],
  equipment: [['equipmentName', 'equipmentCode'], ['pieces', 'serial']],
};
