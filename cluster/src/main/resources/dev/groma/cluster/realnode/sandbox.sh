# The first process of a Sandbox, in mount, process and network namespaces of its own.
#   $1   a folder for what the node's programs keep
# When this process ends, the kernel kills every other one of its namespace, and mounts and links go with them.
set -eu
mount --make-rshared /
mkdir "$1/lib" "$1/log"
mount -t tmpfs run /run
mount --bind "$1/lib" /var/lib
mount --bind "$1/log" /var/log
ip link set lo up
echo 1 >/proc/sys/net/ipv4/ip_forward
: >"$1/ready"
# A shell that waits also takes in what others have left behind.
while :; do
  sleep 1000000 &
  wait
done
