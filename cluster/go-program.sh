# Sourced by the scripts that build programs from pinned Go modules into the user's cache.
go_cache=${XDG_CACHE_HOME:-$HOME/.cache}/groma

# The version of a module in a go.mod, whether its line stands alone or in a block.
version_of() { # folder of the go.mod, module
  awk -v module="$2" '{ for (i = 1; i < NF; i++) if ($i == module) { print $(i + 1); exit } }' "$1/go.mod"
}

# Linker flags that tell programs of Kubernetes their version. One that is not set makes the API server report
# v0.0.0 and refuse to emulate.
kubernetes_flags() { # version
  local package minor=${1#v1.}
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    printf -- '-X %s.gitVersion=%s -X %s.gitMajor=1 -X %s.gitMinor=%s ' \
      "$package" "$1" "$package" "$package" "${minor%%.*}"
  done
}

# Builds a program whole or not at all; does nothing where it is built.
build_program() { # folder of the module, package, program to make, linker flags
  local cache
  [ ! -x "$3" ] || return 0
  cache=$(dirname "$3")
  echo "building $(basename "$3") (once per machine)" >&2
  (cd "$1" && CGO_ENABLED=0 GOFLAGS=-mod=readonly nice -n "${GROMA_BUILD_NICE:-0}" \
    go build -trimpath -ldflags "-s -w ${4:-}" -o "$cache/.$(basename "$3").$$" "$2" >&2)
  mv "$cache/.$(basename "$3").$$" "$3"
}

# Holds a folder of the cache until this script ends: a second build waits for the first, then finds its work done.
lock_cache() { # folder
  mkdir -p "$1"
  exec 9>"$1/.lock"
  flock 9
}
