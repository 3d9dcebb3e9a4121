/** Whether a typing program put tone marks or Vietnamese letters into what was typed (`đ`, `ơ`, `ấ`, composed or not). */
export const hasVietnameseMarks = (text: string): boolean => /[đĐ]/.test(text) || /[A-Za-z][\u0300-\u036f]/.test(text.normalize('NFD'));
