# Holds every child of one JVM: run by Leash with the JVM's end of a pipe as standard input.
#   $1   the JVM's work folder; $1/children holds one empty file per child, named by its pid
#   $2   "-" where each child leads a process group, else empty
# While the JVM lives, each line it sends is the pid of a child whose process group is to be killed.
# When it is gone, however it went, the input ends: every child left is killed, the folder removed.
trap '' INT TERM HUP QUIT

while IFS= read -r child; do kill -s KILL -- "$2$child" 2>/dev/null; done

# From here on no child can be entered, and one that is not entered never gets past its gate: a JVM
# that ends in order may still be starting one.
mv "$1/children" "$1/left"
for child in "$1"/left/*; do
  [ -e "$child" ] && kill -s KILL -- "$2${child##*/}" 2>/dev/null
done

# A dying process may still write one more file.
tries=0
while [ -e "$1" ] && [ "$tries" -lt 100 ]; do
  chmod -R u+rwX "$1" 2>/dev/null
  rm -rf "$1" 2>/dev/null || sleep 0.05
  tries=$((tries + 1))
done
