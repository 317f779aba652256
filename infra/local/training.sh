# Sourced by infra/train and infra/bench, after infra/local/build.sh and infra/benchmarks/build.sh.

# The programs that learn: every one that the launcher starts.
trained_programs() {
  node -p "require('./infra/local/children.json').children.map(child => child.module).join(' ')"
}

# Whether some program has no ahead-of-time cache, or one that is older than something on its class path.
untrained() {
  local modules module jars
  read -ra modules < <(trained_programs)
  for module in "${modules[@]}"; do
    [[ -f $module/target/program.aot ]] || return 0
    IFS=: read -ra jars <"$module/target/classpath" || true
    [[ -z "$(find "${jars[@]}" -newer "$module/target/program.aot" -print -quit)" ]] || return 0
  done
  return 1
}

# Records what the programs do under load, and makes an ahead-of-time cache of it for each: classes linked, profiles of its methods.
train() {
  local folder="$PWD/infra/local/target/build" modules module
  read -ra modules < <(trained_programs)
  say "training: two minutes of load on a floor of its own, output in $folder/training.log"
  quietly "$folder/training.log" infra/bench --no-build --record --name training --rates 50,200 --seconds 20 --warm-up 20
  for module in "${modules[@]}"; do
    quietly "$folder/training.log" "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:AOTMode=create \
      -XX:AOTConfiguration="$module/target/program.aotconf" -XX:AOTCache="$module/target/program.aot" \
      --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$(<"$module/target/classpath")"
    rm -f "$module/target/program.aotconf"
    say "training: $module knows its work ($(du -h "$module/target/program.aot" | cut -f1))"
  done
}
