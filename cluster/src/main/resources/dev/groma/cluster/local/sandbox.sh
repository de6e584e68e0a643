# Gives one container its own view of the file system, then becomes its command. Runs inside a mount
# namespace of its own (and a user namespace, where the caller is not root).
#   $1  an empty folder, to put the new root on
#   $2  file of mounts, one a line: source TAB path in the container TAB rw|ro
#   $3  rw, or ro for a read-only root file system
#   $4  working folder in the container
#   $5- the command
# The container sees the machine's files, but what it writes outside its volumes goes to memory and
# is gone with it. /dev has the few devices every container has, /run is empty.
set -eu
umask 022
place=$1 mounts=$2 mode=$3 folder=$4
shift 4
path=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
tab=$(printf '\t')

mount -t tmpfs -o mode=0755 groma "$place"
root=$place/root
mkdir "$root" "$place/writes"
folders=

for entry in /* /.[!.]*; do
  if [ -L "$entry" ]; then
    cp -P "$entry" "$root$entry"
  elif [ -d "$entry" ]; then
    mkdir "$root$entry"
    case $entry in
      /dev | /run) ;;
      /proc | /sys) mount --rbind "$entry" "$root$entry" ;;
      *)
        writes=$place/writes$entry
        mkdir -p "$writes/upper" "$writes/work"
        # A folder with mounts below cannot be a lower layer in a user namespace.
        mount -t overlay -o "userxattr,lowerdir=$entry,upperdir=$writes/upper,workdir=$writes/work" \
          overlay "$root$entry" 2>/dev/null || mount --rbind "$entry" "$root$entry"
        folders="$folders $entry"
        ;;
    esac
  elif [ -f "$entry" ]; then
    : >"$root$entry"
    mount --bind "$entry" "$root$entry"
  fi
done

for device in full null random tty urandom zero; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
mkdir -m 1777 "$root/dev/shm"

# Links such as /var/run -> /run are those of the new root, so they are followed inside it.
inside() { chroot "$root" "$@"; }

# Always of this one mount (bind), never of the file system behind it, which is the machine's.
read_only() {
  mount -o remount,bind,ro "$1" 2>/dev/null ||
    mount -o remount,bind,ro,nosuid,nodev "$1" # flags that a user namespace may not drop
}

make_target() { # source, path in the container
  if inside test -e "$2"; then
    return
  elif [ -d "$1" ]; then
    inside mkdir -p "$2"
  else
    inside mkdir -p "${2%/*}/"
    inside touch "$2"
  fi
}

inside mkdir -p "$folder"
while IFS=$tab read -r source target _; do make_target "$source" "$target"; done <"$mounts"
if [ "$mode" = ro ]; then
  for entry in $folders; do read_only "$root$entry"; done
  read_only "$place"
fi
while IFS=$tab read -r source target access; do
  make_target "$source" "$target" # again: it may lie in a volume that has just been mounted
  real=$root$(inside readlink -f "$target")
  mount --bind "$source" "$real"
  [ "$access" = rw ] || read_only "$real"
done <"$mounts"

PATH=$path
# chroot starts in /; the working folder is inside.
exec /usr/sbin/chroot "$root" /bin/sh -c 'cd "$1" && shift && exec "$@"' groma-sandbox "$folder" "$@"
