# Sourced by infra/bench, infra/chaos and infra/races, after infra/local/build.sh. Builds the module behind the command.

# build_module MODULE: packages the module with its class path beside it.
build_module() {
  mvn -q -DskipTests -Djacoco.skip -Dspotless.check.skip -pl "infra/$1" -am \
    package dependency:build-classpath -Dmdep.outputFile=target/dependencies -DincludeScope=runtime
  local jars=("$PWD/infra/$1"/target/*.jar)
  printf '%s:%s' "${jars[0]}" "$(<"infra/$1/target/dependencies")" >"infra/$1/target/classpath"
}

# build_command MODULE: the same, unless nothing changed since the last build.
build_command() {
  export -f build_module
  build_part "$1" "$PWD/infra/local/target/build" \
    "$(content_stamp pom.xml .mvn functions/libraries infra/provision infra/benchmarks/pom.xml infra/benchmarks/src infra/faults/pom.xml infra/faults/src)" \
    bash -euo pipefail -c "build_module $1"
}

# build_peers: installs what the servers of others need that infra/bench gateway measures.
build_peers() {
  export -f install_peer
  build_part socketio "$PWD/infra/local/target/build" \
    "$(content_stamp infra/benchmarks/peers/socketio/package-lock.json)" \
    bash -euo pipefail -c install_peer
}

install_peer() {
  cd infra/benchmarks/peers/socketio
  npm ci
}
