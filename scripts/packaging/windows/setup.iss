; Inno Setup script: installs for the user who runs it, into the user's own folders, without
; administrator rights. Build: ISCC /DVersion=1.0.0 scripts\packaging\windows\setup.iss
; Silent: SharingReadiness-1.0.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART

#ifndef Version
  #error Give the version: ISCC /DVersion=1.0.0 setup.iss
#endif
#define Title "Sharing readiness"
#define Top "..\..\.."

[Setup]
AppId={{8B6F0F5E-3C0B-4B7B-9E55-5E7B0C0E6B4D}
AppName={#Title}
AppVersion={#Version}
AppVerName={#Title} {#Version}
DefaultDirName={localappdata}\Programs\{#Title}
DefaultGroupName={#Title}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Top}\dist
OutputBaseFilename=SharingReadiness-{#Version}-setup
SetupIconFile={#Top}\resources\icons\app.ico
UninstallDisplayIcon={app}\{#Title}.exe
UninstallDisplayName={#Title}
LicenseFile={#Top}\LICENSE
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "association"; Description: "Open files that end in .selfassess with {#Title}"
Name: "desktopicon"; Description: "Put {#Title} on the desktop"; Flags: unchecked

[InstallDelete]
; A new version never meets libraries of an old one. Nothing of the user lies in this folder.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Top}\dist\selfassess\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\{#Title}"; Filename: "{app}\{#Title}.exe"
Name: "{userdesktop}\{#Title}"; Filename: "{app}\{#Title}.exe"; Tasks: desktopicon

[Registry]
; Under HKEY_CURRENT_USER only, and only when the task is chosen; taken out again with the program.
Root: HKCU; Subkey: "Software\Classes\.selfassess"; ValueType: string; ValueData: "SharingReadiness.Assessment"; Flags: uninsdeletevalue; Tasks: association
Root: HKCU; Subkey: "Software\Classes\SharingReadiness.Assessment"; ValueType: string; ValueData: "Sharing readiness assessment"; Flags: uninsdeletekey; Tasks: association
Root: HKCU; Subkey: "Software\Classes\SharingReadiness.Assessment\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Title}.exe,0"; Tasks: association
Root: HKCU; Subkey: "Software\Classes\SharingReadiness.Assessment\shell\open\command"; ValueType: string; ValueData: """{app}\{#Title}.exe"" ""%1"""; Tasks: association

[Run]
Filename: "{app}\{#Title}.exe"; Description: "Open {#Title}"; Flags: nowait postinstall skipifsilent
