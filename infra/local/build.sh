# Sourced by infra/up. Builds what the local stack runs, unless nothing changed since the last build.

say() {
  printf '[build  ] %s\n' "$*"
}

# One hash over the content of everything that the running stack is made of.
content_stamp() {
  find "$@" \( -name target -o -name node_modules -o -name dist -o -name test -o -name coverage \) -prune \
    -o -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# Runs a command with its output in a log; shows the log's end when it fails.
quietly() {
  local log="$1"
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "'$*' failed: see $log"
  fi
}

# build_part NAME STAMP_FOLDER STAMP COMMAND...: runs the command unless the last good run had the same stamp.
build_part() {
  local name="$1" folder="$2" stamp="$3" since
  shift 3
  if [[ -f "$folder/$name.stamp" && "$(<"$folder/$name.stamp")" == "$stamp" ]]; then
    say "$name: nothing changed"
    return
  fi
  since=$SECONDS
  say "$name: building, output in $folder/$name.log"
  rm -f "$folder/$name.stamp"
  quietly "$folder/$name.log" "$@"
  echo "$stamp" >"$folder/$name.stamp"
  say "$name: built in $((SECONDS - since)) s"
}

# The folders of the launcher and of every program that it starts.
program_modules() {
  node -p "['infra/local', ...require('./infra/local/children.json').children.map(child => child.module)].join(' ')"
}

# Packages every program with its class path beside it.
build_java() {
  local modules module
  read -ra modules < <(program_modules)
  mvn -q -DskipTests -Djacoco.skip -Dspotless.check.skip \
    -pl "$(IFS=,; echo "${modules[*]}")" -am \
    package dependency:build-classpath -Dmdep.outputFile=target/dependencies -DincludeScope=runtime
  for module in "${modules[@]}"; do
    local jars=("$PWD/$module"/target/*.jar)
    printf '%s:%s' "${jars[0]}" "$(<"$module/target/dependencies")" >"$module/target/classpath"
    rm -f "$module/target/program.aot"
  done
}

# Whether everything that a program is started with is there: itself, our libraries, those of others.
whole_class_path() {
  local entries
  [[ -f $1/target/classpath ]] || return 1
  IFS=: read -ra entries <"$1/target/classpath" || true
  ls -- "${entries[@]}" >/dev/null 2>&1
}

# What was built may have been cleaned away since.
forget_cleaned() {
  local modules module
  read -ra modules < <(program_modules)
  for module in "${modules[@]}"; do
    if ! whole_class_path "$module"; then
      rm -f "$1/java.stamp"
    fi
  done
  [[ -f realtime-gateway/web/dist/index.html ]] || rm -f "$1/web.stamp"
}

# One hash over what the web app is made of.
web_stamp() {
  content_stamp realtime-gateway/web realtime-gateway/client
}

# Says that the web app was built from what is here now, by somebody else.
web_is_built() {
  mkdir -p infra/local/target/build
  web_stamp >infra/local/target/build/web.stamp
}

build_web() {
  local folder
  for folder in realtime-gateway/client realtime-gateway/web; do
    if [[ -f $folder/package.json ]]; then
      (cd "$folder" && npm ci --no-audit --no-fund)
    fi
  done
  (cd realtime-gateway/web && npm run build)
}

build_all() {
  local folder="$PWD/infra/local/target/build"
  mkdir -p "$folder"
  forget_cleaned "$folder"
  export -f build_java build_web program_modules
  build_part java "$folder" \
    "$(content_stamp pom.xml .mvn functions infra/local infra/provision realtime-gateway/pom.xml realtime-gateway/src)" \
    bash -euo pipefail -c build_java
  if [[ -f realtime-gateway/web/package.json ]]; then
    build_part web "$folder" "$(web_stamp)" bash -euo pipefail -c build_web
  fi
}
