#!/bin/sh
# Runs a compilation through ccache so that two checkouts share what they compile. ccache makes the paths
# of a command relative, but not those behind -Xclang, where CMake names the precompiled header; and it
# tells headers apart by their octets, in which clang writes where they were made. So every checkout makes
# its own, and beside it stands what ccache shall go by (CCACHE_PCH_EXTSUM): all that went into it.
previous=
output=
precompiles=
for word; do
  shift
  case $previous in
    -Xclang)
      case $word in
        -emit-pch) precompiles=1 ;;
        "$PWD"/*) word=${word#"$PWD"/} ;;
      esac ;;
    -o) output=$word ;;
  esac
  set -- "$@" "$word"
  previous=$word
done
[ -n "$precompiles" ] || exec ccache "$@"

"$@" || exit
{
  "$1" --version
  sed -e '1s/^[^:]*://' -e 's/\\$//' "$output.d" | xargs cat
} | sha256sum >"$output.sum"
