# For the scripts beside it: apt-get with a configuration of its own, so that neither the machine's release of Debian
# nor its settings matter, and nothing of the machine changes.

# Reads the package lists of Debian 13 into the folder $1, which then holds apt.conf. With $2 = signed they have to
# be signed by Debian; otherwise whoever calls compares digests.
apt_of_debian() {
  local folder=$1 options='Trusted: yes'
  if ! command -v apt-get >/dev/null; then
    echo "The images' base is made of Debian's packages: run this where apt-get is, on Debian or Ubuntu." >&2
    return 69
  fi
  if [[ ${2:-} == signed ]]; then
    options='Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg'
  fi
  mkdir -p "$folder"/{lists/partial,cache/archives/partial}
  chmod 755 "$folder"
  : >"$folder/status"
  {
    printf 'Types: deb\nURIs: %s\nSuites: trixie trixie-updates\n' "${GROMA_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
    printf 'Components: main\nArchitectures: amd64 arm64\n%s\n\n' "$options"
    printf 'Types: deb\nURIs: %s\nSuites: trixie-security\n' \
      "${GROMA_DEBIAN_SECURITY_MIRROR:-http://deb.debian.org/debian-security}"
    printf 'Components: main\nArchitectures: amd64 arm64\n%s\n' "$options"
  } >"$folder/debian.sources"
  cat >"$folder/apt.conf" <<CONF
Dir::Etc::sourcelist "$folder/debian.sources";
Dir::Etc::sourceparts "-";
Dir::State::Lists "$folder/lists";
Dir::State::status "$folder/status";
Dir::Cache "$folder/cache";
APT::Architecture "amd64";
APT::Architectures { "amd64"; "arm64"; };
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
CONF
  APT_CONFIG=$folder/apt.conf apt-get -qq update >&2
}
