#!/usr/bin/env bash
# Builds everything and runs every test. Ends with: N passed, N failed, N skipped
#   ./test.sh [PROJECT...]    only these test projects (folder names under tests/, e.g. Adapter)
#   CONFIGURATION=Release ./test.sh
#   BUILT=true ./test.sh         it was built just now
set -uo pipefail
cd "$(dirname "$0")"
configuration=${CONFIGURATION:-Debug}

command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: https://dot.net. Install it, then run ./test.sh again." >&2; exit 2; }
[[ ${BUILT:-} == true ]] || dotnet build MeliBot.sln -c "$configuration" -v quiet --nologo || { echo "The build failed, so no test ran." >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# The inbox's journeys drive the system's Chromium, its headless shell where there is one: that takes two thirds of the time. A machine of CI gets it; on a person's they are skipped
# without either, with the reason.
if [[ ${CI:-} == true ]] && (( EUID == 0 )) && ! command -v chromium-headless-shell >/dev/null && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-liberation; } >/dev/null 2>&1 || echo "Chromium's headless shell could not be installed." >&2
fi

# The queues of Azure Storage are tried on Microsoft's emulator; without it those tests are skipped, with the reason.
if [[ ${CI:-} == true ]] && (( EUID == 0 )) && ! command -v azurite-queue >/dev/null && command -v npm >/dev/null; then
  npm install --global --no-audit --no-fund azurite@3.37.0 >/dev/null 2>&1 || echo "Azurite could not be installed." >&2
fi

# The store on PostgreSQL is tried on a server that the tests start for themselves; without its programs those tests are skipped, with the reason.
if [[ ${CI:-} == true ]] && (( EUID == 0 )) && ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1 || echo "PostgreSQL could not be installed." >&2
fi

# Most of what tests start lives for seconds: what would be compiled a second time, better, would be for nobody. Saves two fifths of a host's start. (The number is hexadecimal.)
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=400

results=artifacts/test-results
rm -rf "$results"; mkdir -p "$results"
passed=0 failed=0 skipped=0
attribute() { grep -o "<assembly [^>]*>" "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | head -1; }

projects=()
for folder in tests/*/; do
  name=$(basename "$folder")
  if (( $# )) && [[ " $* " != *" $name "* ]]; then continue; fi
  [[ -n $(ls "$folder"*.Tests.csproj 2>/dev/null) ]] && projects+=("$name")
done

run() {
  local assembly
  assembly=$(basename "$(ls "tests/$1/"*.Tests.csproj | head -1)" .csproj)
  dotnet "artifacts/bin/$assembly/${configuration,,}/$assembly.dll" -noLogo -noColor -result-xml "$results/$1.xml" > "$results/$1.txt" 2>&1
}

tell() {
  echo "== $1"
  grep -vE '^  (Discover|Start|Finish)' "$results/$1.txt"
  if grep -q '<assembly ' "$results/$1.xml" 2>/dev/null; then
    passed=$((passed + $(attribute "$results/$1.xml" passed)))
    failed=$((failed + $(attribute "$results/$1.xml" failed) + $(attribute "$results/$1.xml" errors)))
    skipped=$((skipped + $(attribute "$results/$1.xml" skipped)))
  else
    echo "$1 ended without a result: see $results/$1.txt"
    failed=$((failed + 1))
  fi
}

# What lives within its own process runs two at a time; what starts processes, drives a browser or is killed runs alone.
together=() alone=()
for name in "${projects[@]}"; do
  case $name in
    Benchmarks.Tests | Bot | Browser | Crash) alone+=("$name") ;;
    *) together+=("$name") ;;
  esac
done

for name in "${together[@]}"; do
  while (( $(jobs -rp | wc -l) >= 2 )); do wait -n; done
  run "$name" &
done
wait
for name in "${together[@]}"; do tell "$name"; done
for name in "${alone[@]}"; do run "$name"; tell "$name"; done

if (( skipped )); then
  echo "== Skipped, and why"
  grep -h -A1 '\[SKIP\]' "$results"/*.txt | grep -v '^--'
fi
if (( failed )); then
  echo "== Failed"
  grep -h '\[FAIL\]' "$results"/*.txt
fi
if (( passed + failed == 0 )); then echo "No test ran: does tests/ have a project named so?" >&2; failed=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
(( failed == 0 ))
