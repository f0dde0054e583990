#!/bin/sh
# Puts Sharing readiness into the menu of the user who runs this, or takes it out again (--remove).
# Changes nothing outside the user's own folders and needs no administrator. The program stays in this folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
id=org.selfassess.SharingReadiness
entry=$data/applications/$id.desktop
mime=$data/mime/packages/$id.xml
icon=$data/icons/hicolor/scalable/apps/$id.svg
command=$HOME/.local/bin/selfassess

refresh() {
  command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$data/applications" || true
  command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" >/dev/null 2>&1 || true
}

case "${1-}" in
  "") ;;
  --remove)
    rm -f "$entry" "$mime" "$icon"
    [ -L "$command" ] && rm -f "$command"
    refresh
    echo "Taken out of the menu. To remove the program, delete the folder $here."
    exit 0
    ;;
  *) echo "install.sh takes no argument but --remove, not “$1”." >&2; exit 2 ;;
esac

mkdir -p "$(dirname "$entry")" "$(dirname "$mime")" "$(dirname "$icon")" "$(dirname "$command")"
ln -sf "$here/selfassess" "$command"
# The desktop reads Exec by its own rules: a path in quotes may hold spaces.
sed "s|^Exec=selfassess|Exec=\"$here/selfassess\"|" "$here/share/$id.desktop" >"$entry"
cp "$here/share/$id.mime.xml" "$mime"
cp "$here/share/$id.svg" "$icon"
refresh
echo "Sharing readiness is in the menu, and opens files that end in .selfassess."
