; Additions to electron-builder's NSIS script. The station's file lies in the user's own folder and is never touched here.
!macro customHeader
  BrandingText "Trạm Xá"
!macroend

!macro customUnInstall
  ; What people typed stays: only the program is removed.
  DetailPrint "Sổ của trạm được giữ nguyên trong thư mục của người dùng."
!macroend
