# Sourced by infra/test. Each function prints "PASSED FAILED" of what one tool ran; the argument is the tool's log.

# Adds up one attribute over all reports of the Java tests.
report_sum() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -print0 \
    | xargs -0 -r grep -hoE "<testsuite [^>]*" \
    | { grep -oE " $1=\"[0-9]+\"" || true; } \
    | { grep -oE '[0-9]+' || true; } \
    | awk '{ sum += $1 } END { print sum + 0 }'
}

java_counts() {
  local tests bad skips
  tests="$(report_sum tests)"
  bad=$(($(report_sum failures) + $(report_sum errors)))
  skips="$(report_sum skipped)"
  echo "$((tests - bad - skips)) $bad"
}

java_skips() {
  local skips
  skips="$(report_sum skipped)"
  if ((skips > 0)); then
    say "SKIPPED: $skips Java tests (look for SKIPPED in the java log)"
  fi
}

# word_count LOG WORD PATTERN: adds up the numbers before the word in the lines that fit the pattern.
word_count() {
  { sed -E 's/\x1b\[[0-9;]*m//g' "$1" | grep -E "$3" || true; } \
    | { grep -oE "[0-9]+ $2" || true; } \
    | awk '{ sum += $1 } END { print sum + 0 }'
}

vitest_counts() {
  echo "$(word_count "$1" passed '^ *Tests ') $(word_count "$1" failed '^ *Tests ')"
}

terraform_counts() {
  echo "$(word_count "$1" passed '^(Success|Failure)!') $(word_count "$1" failed '^(Success|Failure)!')"
}
