; Additions to electron-builder's NSIS script (templates/nsis of app-builder-lib names the macros).

!macro customHeader
  BrandingText "Trạm Xá"
!macroend

; Before anything is asked or written: says what to do on a PC this program cannot run on. The program asks the same when it
; starts (src-main/shell/unsupported-system.ts). In silent use (/S) the exit code is 3 for 32 bits, 4 for an old Windows.
!macro preInit
  !ifndef BUILD_UNINSTALLER
    ${IfNot} ${RunningX64}
      MessageBox MB_OK|MB_ICONSTOP "Máy này chạy Windows 32-bit. Trạm Xá cần Windows 64-bit.$\r$\n$\r$\nHãy gọi người phụ trách máy tính: phần lớn máy mua sau năm 2010 cài được Windows 64-bit. Chưa có gì được cài vào máy này." /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    SetRegView 64
    ReadRegStr $0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
    SetRegView lastused
    ${If} $0 < 17763
      MessageBox MB_OK|MB_ICONSTOP "Máy này dùng Windows quá cũ. Trạm Xá cần Windows 10 (bản 1809 trở lên) hoặc Windows 11.$\r$\n$\r$\nHãy gọi người phụ trách máy tính để nâng cấp Windows, hoặc dùng máy khác. Chưa có gì được cài vào máy này." /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  !endif
!macroend

; The station's folder, for whoever sits at this PC: nothing inherited from ProgramData (where every account may read); SYSTEM and
; administrators everything, people signed in at the PC itself (S-1-5-4) reading and writing, guests (S-1-5-32-546) nothing.
; The file in it is encrypted besides. Asked anew at each installation, which mends rights that were changed.
!macro customInstall
  ReadEnvStr $0 ProgramData
  ${If} $0 != ""
    CreateDirectory "$0\TramXa"
    nsExec::Exec '"$SYSDIR\icacls.exe" "$0\TramXa" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-4:(OI)(CI)M" /deny "*S-1-5-32-546:(OI)(CI)F"'
    Pop $1
    ${If} $1 != 0
      DetailPrint "Không đặt được quyền cho $0\TramXa ($1)."
    ${EndIf}
  ${EndIf}
!macroend

!macro customUnInstall
  ; What people typed stays: only the program is removed, in silent use and with --delete-app-data too.
  DetailPrint "Sổ của trạm được giữ nguyên."
!macroend
