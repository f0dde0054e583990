# What scripts/run and scripts/test share: sets up the environment and the system libraries that Qt needs.
# Sourced, not run. Everything it makes lies in .venv beside the program.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$top/.venv"

qt_packages="libegl1 libgl1 libfontconfig1 libdbus-1-3 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
  libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 fonts-inter"

say() { printf '%s\n' "$*" >&2; }

# Installs Debian packages where that is allowed, else says the exact line to type and fails.
install_packages() {
  local as=""
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These system packages are needed, under the names your system has for them: $*"
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "Some system packages are missing. Type this line, then try again:"
      say "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
      return 1
    fi
    as="sudo -n"
  fi
  say "Installing system packages: $*"
  $as apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive $as apt-get install --yes -qq --no-install-recommends "$@" >/dev/null
}

# Prints a Python between 3.11 and 3.13.
find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
      command -v "$candidate"
      return
    fi
  done
  say "Python 3.11, 3.12 or 3.13 is needed and was not found."
  return 1
}

# Makes .venv from a lock file, unless it is there already. Args: name of the lock, run or test.
make_environment() {
  local lock="$top/scripts/locks/$1.txt" python stamp
  stamp="$1 $(cksum <"$lock")"
  if [ -x "$venv/bin/python" ]; then
    local have
    have=$(cat "$venv/selfassess-lock" 2>/dev/null || true)
    # The environment of the tests holds everything that the program needs.
    if [ "$have" = "$stamp" ] || { [ "$1" = run ] && [ "$have" = "test $(cksum <"$top/scripts/locks/test.txt")" ]; }; then
      return
    fi
  fi
  python=$(find_python)
  say "Setting up (once, a minute or so)."
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_packages "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
  fi
  rm -rf "$venv"
  "$python" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement "$lock"
  # Lays the Python half of shiboken beside it, as the built program has it: as it comes, every start compiles it anew.
  SBK_EMBED=0 "$venv/bin/python" -c 'import shiboken6.Shiboken' || true
  # What writes type stubs for it is loaded at every start too, and is not needed: an empty module will do.
  for file in "$venv"/lib/python3*/site-packages/shiboken6/files.dir/shibokensupport/signature/lib/pyi_generator.py; do
    [ ! -f "$file" ] || : >"$file"
  done
  "$venv/bin/python" -m compileall -q "$venv"/lib/python3*/site-packages/shiboken6/files.dir || true
  # Reads the content once, so that the first window does not wait for it.
  PYTHONPATH="$top" "$venv/bin/python" -c 'from selfassess.files import content_index; content_index.content()' || true
  printf '%s\n' "$stamp" >"$venv/selfassess-lock"
}

# Says which shared libraries Qt would look for in vain.
missing_qt_libraries() {
  local qt
  qt=$("$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
  ldd "$qt"/Qt/lib/libQt6Widgets.so.6 "$qt"/Qt/plugins/platforms/libqxcb.so \
    "$qt"/Qt/plugins/platforms/libqoffscreen.so 2>/dev/null | sed -n 's/^\s*\(\S*\) => not found.*/\1/p' | sort -u
}

# Makes sure that Qt can open a window here.
ensure_qt() {
  [ "$(uname -s)" = Linux ] || return 0
  if [ -n "$(missing_qt_libraries)" ] || ! has_fonts; then
    # shellcheck disable=SC2086
    install_packages $qt_packages
  fi
}

has_fonts() {
  find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
    \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' -o -name '*.pfb' \) -print -quit 2>/dev/null | grep -q .
}
