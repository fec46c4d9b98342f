# Sourced by app/run, tests/run and .ci/run: installs what is missing and builds, on a bare Debian with
# nothing but git. Says what it does; does nothing that is done already.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
say() { printf '\033[1m%s\033[0m\n' "== $*"; }

build_packages=(
  ccache cmake ninja-build pkg-config
  qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6
  qt6-translations-l10n qcoro-qt6-dev libqscintilla2-qt6-dev libgl1-mesa-dev
  libnghttp2-dev libssl-dev zlib1g-dev libbrotli-dev libzstd-dev libpcre2-dev libicu-dev
  libuchardet-dev libfontconfig-dev libsqlite3-dev libjemalloc-dev qtkeychain-qt6-dev
)
window_packages=(libqt6svg6 fonts-dejavu-core libsecret-1-0)
# With them bodies of WebP, TIFF and PDF are shown, too; Sonde says so where they are not.
preview_packages=(qt6-image-formats-plugins qt6-image-formats-plugin-pdf)
test_packages=(
  apache2 caddy curl dbus-daemon gnome-keyring jq nghttp2-client nghttp2-server nginx-light openssl procps python3 tshark xauth xvfb
)

# Debian 12 ships g++ 12, which miscompiles coroutines; its clang 19 does not. From Debian 13 on, g++ 14.
choose_compiler() {
  if [ -z "${CXX:-}" ]; then
    . /etc/os-release
    if [ "${ID:-}" = debian ] && [ "${VERSION_ID:-13}" -lt 13 ] 2>/dev/null; then
      export CXX=clang++-19
    else
      export CXX=g++
    fi
  fi
  case $CXX in
    *clang++-19)
      # llvm-19 reads the engine's profile, and puts names to addresses: sanitizers go by names.
      build_packages+=(clang-19 lld-19 libclang-rt-19-dev llvm-19)
      test_packages+=(clang-format-19 clang-tidy-19) ;;
    g++) build_packages+=(g++) ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    echo "Packages must be installed, and that needs root: run this as root or install sudo." >&2
    exit 1
  fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages NAME…: those that are not installed yet, with one apt-get call.
install_packages() {
  local missing=() name
  for name in "$@"; do is_installed "$name" || missing+=("$name"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  local policy=/usr/sbin/policy-rc.d made_policy=
  as_root apt-get update -qq
  # Servers are for the tests alone, which start their own: Debian must not start them for us.
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod 755 $policy
    made_policy=1
  fi
  local status=0
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null || status=$?
  [ -z "$made_policy" ] || as_root rm -f $policy
  return $status
}

# install_known NAME…: those that this release of the system has; without the others it goes on.
install_known() {
  local known=() name
  for name in "$@"; do
    is_installed "$name" || [ -z "$(apt-cache madison "$name" 2>/dev/null)" ] || known+=("$name")
  done
  [ ${#known[@]} -eq 0 ] || install_packages "${known[@]}" ||
    echo "Going on without ${known[*]}: some previews will name what they need." >&2
}

# build PRESET [TARGET…]: configures when needed, then builds.
build() {
  local preset=$1
  shift
  say "building ($preset)"
  (
    cd "$root"
    # Anew, too, when the presets say something else than they did.
    [ ".build/$preset/build.ninja" -nt CMakePresets.json ] || cmake --preset "$preset" >/dev/null
    if [ $# -gt 0 ]; then cmake --build --preset "$preset" --target "$@"
    else cmake --build --preset "$preset"; fi
  ) || return 1
}
