# Starts one child of Leash: waits until the leash knows this pid, then becomes the command.
# If the JVM dies before it says go, the input ends and so does this.
read -r go && exec "$@" </dev/null
