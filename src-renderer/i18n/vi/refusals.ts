/** Words for each refusal; `fallback` for a code this screen does not know. */
export const refusals = {
  fallback: 'Chưa lưu gì: máy từ chối vì lý do “{{code}}”. Báo mã này cho người phụ trách.',
  intro: 'Chưa lưu. Cần sửa:',
  InvalidInput: 'Có ô điền chưa đúng.',
  RoleNotAllowed: 'Vai trò của bạn không làm được việc này. Nhờ người có quyền.',
  WrongPassword: 'Sai mật khẩu.', TooSoon: 'Chờ một lúc rồi thử lại.', UnknownAccount: 'Không có tài khoản này.', AccountDisabled: 'Tài khoản đã ngừng dùng.',
  AccountExists: 'Đã có tài khoản với tên đăng nhập này.', AccountNameUsed: 'Tên đăng nhập này đã dùng cho người khác; hãy chọn tên khác.', InvalidAccountName: 'Tên đăng nhập chỉ gồm chữ không dấu, số và các dấu . _ -', InvalidDisplayName: 'Họ tên chưa dùng được.', PasswordTooShort: 'Mật khẩu cần ít nhất {{shortest}} ký tự.', PasswordTooLong: 'Mật khẩu dài quá.', OwnAccount: 'Không ai tự ngừng hay tự xóa tài khoản của mình; nhờ trưởng trạm khác.', NeedsReset: 'Tài khoản này cần đặt mật khẩu mới.', Sealed: 'Dữ liệu đang niêm phong. Đăng nhập trước.',
  NotAnEnrolment: 'Đây không phải tệp ghi danh của tuyến trên.', WrongPin: 'Mã PIN không mở được tệp này.', EnrolmentNewer: 'Tệp này do bản chương trình mới hơn tạo.', EnrolmentOfOtherUnit: 'Tệp ghi danh này của trạm có mã {{unit}}.', AlreadyMade: 'Trạm đã được tạo rồi.', AlreadyAStation: 'Thư mục này đã có một trạm.', DirectoryNotEmpty: 'Thư mục dữ liệu đang có thứ khác; chưa có gì bị sửa. Chọn thư mục khác hoặc báo người phụ trách.', InvalidUnit: 'Mã trạm chỉ gồm chữ thường không dấu và số.', InvalidUnitName: 'Tên trạm chưa dùng được.', PracticeNeverSyncs: 'Tập thử không gửi đi đâu: người trong đó đều bịa ra.',
  FileCorrupt: 'Mật khẩu đúng, nhưng tệp dữ liệu trên máy này bị hỏng. Chưa có gì bị sửa hay xóa. Nên chép cả thư mục của trạm sang ổ khác trước khi khôi phục.',
  FileNotFound: 'Mật khẩu đúng, nhưng không thấy tệp dữ liệu trên máy này.',
  FileNewerVersion: 'Dữ liệu trên máy này do bản chương trình mới hơn ghi. Cài bản mới đó; chưa có gì bị sửa.',
  FileReadOnly: 'Tệp dữ liệu trên máy này không ghi được. Báo người phụ trách.',
  RestoreNoBackup: 'Không tìm thấy bản sao lưu nào của trạm trên máy này.', RestoreDiskFull: 'Ổ đĩa không đủ chỗ để khôi phục. Dọn bớt chỗ rồi thử lại; chưa có gì bị sửa.', RestoreFailed: 'Chưa khôi phục được; mọi tệp vẫn như cũ. Báo người phụ trách.',
  BackupDiskFull: 'Chỗ để bản sao lưu đã đầy. Dọn bớt chỗ hoặc chọn thư mục khác; dữ liệu trên máy vẫn còn nguyên.', BackupNotWritable: 'Không ghi được vào thư mục sao lưu. Chọn thư mục khác.', BackupNoSuchDirectory: 'Không có thư mục này. Cắm thẻ nhớ lại hoặc chọn thư mục khác.', BackupUnreadable: 'Ghi xong đọc lại thấy khác: đừng tin ổ hay thẻ nhớ này, hãy dùng cái khác.', BackupCorrupt: 'Tệp dữ liệu trên máy bị hỏng nên chưa sao lưu. Đăng xuất rồi đăng nhập lại để khôi phục.', BackupLater: 'Máy đang bận đọc dữ liệu. Thử lại sau một phút.', BackupStopped: 'Việc sao lưu đã dừng giữa chừng; không để lại gì.',
  DiskFull: 'Ổ đĩa của máy đã đầy nên chưa lưu. Những gì đã lưu trước vẫn còn. Xóa bớt tệp khác trên máy rồi bấm lưu lại.',
  FileInUse: 'Một chương trình khác đang mở dữ liệu của trạm. Đóng nó rồi đăng nhập lại.',
  FileDiskFull: 'Ổ đĩa của máy đã đầy. Dọn bớt chỗ rồi đăng nhập lại; chưa mất gì.',
  PatientNotFound: 'Không có người này trên máy.', EncounterNotFound: 'Không có lượt khám này trên máy.', MedicineNotFound: 'Không có thuốc này trong kho.', LotNotFound: 'Không có lô này trong kho.', MovementNotFound: 'Không có dòng sổ kho này.', DispenseNotFound: 'Không có phiếu cấp này.', RecordNotFound: 'Không có hồ sơ này trên máy.',
  AlreadyExists: 'Đã có rồi.', IdAlreadyUsed: 'Mã hồ sơ này đã dùng.',
  ReductionBelowZero: 'Lô này chỉ còn {{available}}, không đủ để xuất.', NotEnoughStock: 'Kho chỉ còn dùng được {{available}}, không đủ.', InsufficientStock: 'Kho chỉ còn dùng được {{available}}, không đủ.',
  LotExpired: 'Lô này đã hết hạn, không cấp được.', LotOnHold: 'Lô này đang tạm giữ, không cấp được.', LotRecalled: 'Lô này đã bị thu hồi, không cấp được.', NoUsableLot: 'Không còn lô nào dùng được.',
  PatientChanged: 'Lượt khám không chuyển sang người khác được. Hãy hủy lượt này và ghi lại cho đúng người.',
  ClockBehind: 'Đồng hồ máy chạy chậm hơn lần ghi gần nhất. Chỉnh lại ngày giờ rồi lưu.',
  UnknownOperation: 'Chương trình trên máy không biết việc này. Hãy mở lại trang.', InvalidKey: 'Biểu mẫu bị lỗi khóa. Mở lại biểu mẫu.',
  KeyReused: 'Lần lưu trước đã vào sổ với nội dung khác. Mở lại hồ sơ để xem, rồi bấm “Sửa”.',
  RecordNewerThanProgram: 'Hồ sơ này do bản chương trình mới hơn ghi; máy này chỉ xem được, không sửa.',
  ChangedMeanwhile: 'Có người vừa sửa hồ sơ này. Mở lại để xem bản mới rồi sửa tiếp.',
  NationalIdMissing: 'Cần số CCCD, hoặc lý do chưa có.', NationalIdAndReason: 'Đã có số CCCD thì bỏ lý do chưa có.', NationalIdMalformed: 'Số CCCD phải có 12 chữ số, bắt đầu bằng 0.', NationalIdTaken: 'Số CCCD này đã ghi cho người khác trong sổ.',
  InsuranceNumberMalformed: 'Số BHYT chưa đúng: 15 ký tự hoặc 10 chữ số.', PhoneMalformed: 'Số điện thoại chưa đúng.', BornInFuture: 'Ngày sinh chưa tới.', AgeImplausible: 'Ngày sinh cho tuổi trên {{max}}. Kiểm tra lại năm.', CodeSetMissing: 'Mã xã cần ghi rõ theo danh mục nào.',
  VitalSignMissingShort: 'Gõ số, hoặc chọn vì sao không đo',
  OccurredInFuture: 'Ngày này chưa tới.', OccurredBeforeBirth: 'Ngày khám trước ngày sinh.', ReasonMissing: 'Cần ghi lý do khám.', VitalSignMissing: 'Chưa có {{vitalSign}}: gõ số, hoặc chọn vì sao không đo.', ConclusionClassMissing: 'Cần chọn phân loại sức khỏe.', ConclusionNotAllowed: 'Chỉ bác sĩ hoặc y sĩ được xếp loại sức khỏe. Hãy lưu để người đó kết luận.', ConclusionClassNotForVisit: 'Lượt khám bệnh không phân loại sức khỏe.', DiagnosisOrSymptomsMissing: 'Cần ghi chẩn đoán hoặc triệu chứng.', DiastolicNotBelowSystolic: 'Huyết áp tối thiểu phải nhỏ hơn tối đa.', NextVisitNotAfter: 'Ngày hẹn phải sau ngày khám.',
  EncounterVoided: 'Lượt khám này đã hủy.', BackToDraft: 'Hồ sơ đã nộp không quay về nháp được.', AmendReasonMissing: 'Cần ghi vì sao sửa.', EncounterOfOtherPatient: 'Lượt khám này là của người khác.',
  MedicineCodeTaken: 'Mã thuốc này đã dùng cho thuốc khác.', LotOfOtherMedicine: 'Lô này là của thuốc khác.', LotExpiryDiffers: 'Lô này đã ghi hạn dùng khác. Xem lại hộp thuốc.', LotAlreadyKnown: 'Lô này đã có trong kho.', LotIdTaken: 'Mã lô này đã dùng.', ExpiryNotADate: 'Hạn dùng không phải ngày có thật.', ReasonDoesNotFitSign: 'Lý do không hợp với thêm hay bớt.',
  NotDenied: 'Hồ sơ này không còn bị từ chối.', AlreadyResolved: 'Chỗ khác nhau này đã chọn xong.', DeletionNotTaken: 'Hồ sơ không được xóa. Nếu sai, hãy mở hồ sơ và hủy với lý do.',
  IdTaken: 'Mã hồ sơ này đã dùng.',
  SameRecord: 'Đây là cùng một hồ sơ.', AlreadySamePerson: 'Hồ sơ này đã nối với người khác.', SamePersonElsewhere: 'Hồ sơ vừa chọn là bản ghi thứ hai. Hãy chọn hồ sơ chính.', StandsForOthers: 'Hồ sơ này đang là hồ sơ chính của người khác. Mở hồ sơ kia và nối về đây.', NotMarkedSame: 'Hồ sơ này không còn nối với ai.',
  OneTargetNeeded: 'Chọn đúng một dòng để hoàn tác.', ReverseWholeDispense: 'Dòng này thuộc một phiếu cấp. Mở người nhận và hoàn tác cả phiếu.', ReversalNotReversible: 'Dòng hoàn tác thì không hoàn tác được nữa.', AlreadyReversed: 'Dòng này đã hoàn tác rồi.',
  CollectionNotAllowed: 'Loại hồ sơ này không được ghi ở đây.', FieldNotAllowed: 'Có mục không được ghi vào sổ kho.', UnknownField: 'Có mục chương trình không biết.', ValueNotAllowed: 'Có giá trị không được phép.', PersonNamed: 'Sổ kho không được có tên hay số của người.', NotInList: 'Giá trị không có trong danh sách.', ConflictNotFound: 'Chỗ khác nhau này không còn.', NotEnrolled: 'Máy này chưa nối với tuyến trên.', LanOff: 'Mạng nội bộ của trạm đang tắt.', PairingRefused: 'Mã không đúng, đã dùng hoặc đã hết hạn. Lấy mã mới trên máy kia.', NeighbourAway: 'Không thấy máy nào ở địa chỉ này. Kiểm tra địa chỉ và dây mạng.', BadAddress: 'Địa chỉ chưa đúng dạng, ví dụ 192.168.1.20:47880.', PortInUse: 'Cổng mạng đang bị chương trình khác dùng.', LanNotOpened: 'Không mở được mạng nội bộ trên máy này.', NeighbourNotFound: 'Máy này không còn trong danh sách.', BundleDamaged: 'Tệp bị hỏng hoặc chép thiếu. Chép lại từ nơi làm ra tệp. Không có gì thay đổi.', BundleForeign: 'Tệp này không phải phản hồi dành cho máy này. Không có gì thay đổi.', BundleOld: 'Đã nhận phản hồi mới hơn tệp này. Không có gì thay đổi.', BundleNewer: 'Tệp do chương trình bản mới hơn làm ra. Cần cập nhật chương trình trước.', BundleWrongWay: 'Đây là tệp để mang lên tuyến trên, không phải phản hồi mang về. Không có gì thay đổi.',
} as const;

/** Worth saying after a save that went through. */
export const warnings = {
  NationalIdSexMismatch: 'Số CCCD không hợp với giới tính đã chọn.', NationalIdBirthYearMismatch: 'Số CCCD không hợp với năm sinh.', NationalIdProvinceUnknown: 'Ba số đầu CCCD chưa có trong danh mục tỉnh.', GuardianMissing: 'Trẻ dưới {{underYears}} tuổi nên ghi người giám hộ.', GuardianNationalIdUnusual: 'CCCD người giám hộ có dạng lạ.', InsuranceExpired: 'Thẻ BHYT đã hết hạn.', InsuranceNumberShared: 'Số BHYT này cũng ghi cho người khác.', InsuranceObjectUnknown: 'Hai chữ đầu thẻ BHYT chưa có trong danh mục.', PhoneOldElevenDigits: 'Số điện thoại 11 số cũ, nên hỏi số mới.', SamePersonNotHere: 'Hồ sơ chính chưa có trên máy này.', PossibleDuplicate: 'Trong sổ có người trùng tên và ngày sinh. Kiểm tra xem có phải cùng một người.',
  LotAlreadyKnown: 'Lô này đã có trong kho; số lượng được cộng thêm.', LotOnHold: 'Lô này đang tạm giữ.', LotRecalled: 'Lô này đã bị thu hồi.',
  AllergyRecorded: 'Người này có ghi dị ứng với thuốc vừa chọn.', ConcludedByNonDoctor: 'Phân loại sức khỏe do bác sĩ hoặc y sĩ kết luận; đã lưu với vai trò trưởng trạm.', LotNotExpired: 'Lô này chưa hết hạn.', LotExpired: 'Lô này đã hết hạn.',
} as const;

/** What is wrong with one field of an input that does not fit. */
export const issues = {
  Missing: 'chưa điền', WrongType: 'sai kiểu', WrongFormat: 'chưa đúng dạng', UnknownField: 'mục lạ', NotInList: 'không có trong danh sách', OutOfRange: 'ngoài khoảng cho phép', OutOfPlausibleRange: 'ngoài khoảng có thể có',
  TooShort: 'ngắn quá', TooLong: 'dài quá', ControlCharacters: 'có ký tự lạ', NotAName: 'chưa phải tên người', NotADate: 'không phải ngày có thật', NotAnId: 'mã không đúng', LooksPersonal: 'không được ghi tên hay số của người',
} as const;
