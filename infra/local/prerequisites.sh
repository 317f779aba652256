# Sourced by infra/up and infra/test. Each check says one clear line with its remedy and ends the command.

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# The JDK 25 under JAVA_HOME or one of the usual places; its folder goes to JAVA_HOME.
require_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" ${RINGSIDE_JDK_FOLDERS:-/usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/jdk*}; do
    if [[ -x "$candidate/bin/javac" ]] && grep -qs '^JAVA_VERSION="25[."]' "$candidate/release"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  fail "no JDK 25 in JAVA_HOME, /usr/lib/jvm or ~/.sdkman: install one (for example Temurin 25) or set JAVA_HOME"
}

require_maven() {
  command -v mvn >/dev/null || fail "no mvn on PATH: install Apache Maven 3.8 or newer"
}

# Node >= 20.19, for the web app.
require_node() {
  command -v node >/dev/null || fail "no node on PATH: install Node.js 20.19 or newer"
  local version major minor
  version="$(node --version)"
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major > 20 || (major == 20 && minor >= 19))) \
    || fail "node is $version: install Node.js 20.19 or newer"
  command -v npm >/dev/null || fail "no npm on PATH: install the one that belongs to Node.js"
}

require_writable() {
  mkdir -p "$1" 2>/dev/null && [[ -w "$1" ]] \
    || fail "cannot write in $1: make it writable, or name another folder with --data FOLDER"
}
