import { describe, expect, it } from 'vitest';
import { findDuplicates, type DuplicateCandidate, type HalfKnown } from '../../../../src-shared/domain/patient/find-duplicates.ts';

const inBook = (fields: Partial<DuplicateCandidate> = {}): DuplicateCandidate => ({ _id: 'patients:1', fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', village: 'Thôn Đông', phone: '0912345678', ...fields });
const certainty = (known: HalfKnown, other: Partial<DuplicateCandidate> = {}) => findDuplicates({ sex: 'female', ...known }, [inBook(other)])[0]?.certainty;

describe('people who may be in the book already', () => {
  it('[PAT22] exact numbers come first', () => {
    expect(certainty({ nationalId: '079 185 000 001' }, { nationalId: '079185000001' })).toBe('same');
    expect(certainty({ insuranceNumber: 'hd 4797912345678', fullName: 'Nguyen Thi Hoa' }, { insuranceNumber: 'HD4797912345678' })).toBe('same');
    expect(certainty({ insuranceNumber: 'HD4797912345678', fullName: 'Trần Văn Bình', bornOn: '1950', sex: 'male' }, { insuranceNumber: 'HD4797912345678' })).toBe('likely');
  });

  it('[PAT22] then the folded name with birth, village and phone', () => {
    const fullName = 'nguyen thi hoa';
    expect(certainty({ fullName, bornOn: '1985-03-15' })).toBe('likely');
    expect(certainty({ fullName, bornOn: '1985', village: 'thôn đông' })).toBe('likely');
    expect(certainty({ fullName, bornOn: '1985', phone: '+84 912 345 678' })).toBe('likely');
    expect(certainty({ fullName, bornOn: '1985-04-15', village: 'Thôn Đông' })).toBe('likely');
    expect(certainty({ fullName, bornOn: '1985' })).toBe('possible');
    expect(certainty({ fullName: 'Nguyễn Hoà', bornOn: '1985-03-15', village: 'Thôn Đông' })).toBe('possible');
    expect(certainty({ fullName, bornOn: '1990-01-01' })).toBeUndefined();
    expect(certainty({ fullName: 'Nguyễn Thị Hoa Mai', bornOn: '1985-03-15', village: 'Thôn Đông' })).toBeUndefined();
    expect(certainty({ fullName, bornOn: '1985-03-15', sex: 'male' })).toBeUndefined();
  });

  it('[PAT22] two citizen numbers are two people, whatever else is the same', () => {
    expect(certainty({ fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15', village: 'Thôn Đông', phone: '0912345678', nationalId: '079185000002' }, { nationalId: '079185000001' })).toBeUndefined();
  });

  it('[PAT22] the most certain stand first, with what is the same', () => {
    const found = findDuplicates({ fullName: 'Nguyễn Thị Hoà', bornOn: '1985', sex: 'female', village: 'Thôn Đông' }, [inBook({ _id: 'patients:2', village: 'Thôn Tây' }), inBook()]);
    expect(found).toEqual([{ id: 'patients:1', certainty: 'likely', because: ['name', 'birthYear', 'village'] }, { id: 'patients:2', certainty: 'possible', because: ['name', 'birthYear'] }]);
  });

  it('[PAT22] the same day is told only where both days are known', () => {
    const because = (bornOn: string) => findDuplicates({ fullName: 'Nguyễn Thị Hoà', bornOn }, [inBook({ village: undefined })])[0]?.because;
    expect(because('1985-03-15')).toEqual(['name', 'bornOn']);
    expect(because('1985')).toEqual(['name', 'birthYear']);
    expect(because('1985-03')).toEqual(['name', 'birthYear']);
  });
});
