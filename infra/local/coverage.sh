# Sourced by infra/test. Reads the line coverage off the reports that the Java tests left, and holds it to its floors.

# What is held: name, percent, the packages that it is taken over, and those that it is not (extended regular expressions).
# What drives the floor in commands of their own (bench, chaos, races) and what only tests use is no part of the product; what
# judges a fault run is held by itself.
coverage_floors() {
  cat <<'FLOORS'
product 92 ^io\.ringside\. ^io\.ringside\.(benchmarks|faults|testkit)
judges 90 ^io\.ringside\.faults\.(check|evidence)
orders 95 ^io\.ringside\.(ordersubmit|trading\.order)
risk 95 ^io\.ringside\.(riskcheck|trading\.risk)
runtime-decisions 95 ^io\.ringside\.runtime\.(ordered|tenure|journal|failure|strength|deadletter|call|rebuild)
FLOORS
}

# One line for each floor; fails when one is not held, or when there is nothing to read.
coverage_tests() {
  local name floor packages without status=0
  while read -r name floor packages without; do
    find . -path '*/target/site/jacoco/jacoco.csv' -print0 \
      | xargs -0 -r cat \
      | awk -F, -v name="$name" -v floor="$floor" -v packages="$packages" -v without="${without:-^$}" '
          $2 ~ packages && $2 !~ without { missed += $8; covered += $9 }
          END {
            lines = missed + covered
            percent = lines ? 100 * covered / lines : 0
            printf "%s: %.1f %% of %d lines, at least %d %% asked\n", name, percent, lines, floor
            exit percent >= floor ? 0 : 1
          }' || status=1
  done < <(coverage_floors)
  return "$status"
}

# coverage_counts LOG: each floor that is held counts as one test.
coverage_counts() {
  awk '{ split($0, words, ": "); split(words[2], figures, " ")
         match($0, /at least [0-9]+/); floor = substr($0, RSTART + 9, RLENGTH - 9)
         if (figures[1] >= floor + 0) held++; else missed++ }
       END { print held + 0, missed + 0 }' "$1"
}
