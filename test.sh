#!/usr/bin/env bash
# Builds everything and runs every test. Ends with: N passed, N failed, N skipped
#   ./test.sh [PROJECT...]    only these test projects (folder names under tests/, e.g. Adapter)
#   CONFIGURATION=Release ./test.sh
set -uo pipefail
cd "$(dirname "$0")"
configuration=${CONFIGURATION:-Debug}

command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: https://dot.net. Install it, then run ./test.sh again." >&2; exit 2; }
dotnet build MeliBot.sln -c "$configuration" -v quiet --nologo || { echo "The build failed, so no test ran." >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# The inbox's journeys drive the system's Chromium. A machine of CI gets one; on a person's they are skipped without it, with the reason.
if [[ ${CI:-} == true ]] && (( EUID == 0 )) && ! command -v chromium >/dev/null && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation; } >/dev/null 2>&1 || echo "Chromium could not be installed." >&2
fi

results=artifacts/test-results
rm -rf "$results"; mkdir -p "$results"
passed=0 failed=0 skipped=0
attribute() { grep -o "<assembly [^>]*>" "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | head -1; }

for folder in tests/*/; do
  name=$(basename "$folder")
  if (( $# )) && [[ " $* " != *" $name "* ]]; then continue; fi
  project=$(ls "$folder"*.Tests.csproj 2>/dev/null | head -1)
  [[ -n $project ]] || continue
  assembly=$(basename "$project" .csproj)
  echo "== $name"
  dotnet "artifacts/bin/$assembly/${configuration,,}/$assembly.dll" -noLogo -noColor -result-xml "$results/$name.xml" 2>&1 | tee "$results/$name.txt" | grep -vE '^  (Discover|Start|Finish)'
  if grep -q '<assembly ' "$results/$name.xml" 2>/dev/null; then
    passed=$((passed + $(attribute "$results/$name.xml" passed)))
    failed=$((failed + $(attribute "$results/$name.xml" failed) + $(attribute "$results/$name.xml" errors)))
    skipped=$((skipped + $(attribute "$results/$name.xml" skipped)))
  else
    echo "$name ended without a result: see $results/$name.txt"
    failed=$((failed + 1))
  fi
done

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
