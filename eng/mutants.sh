#!/usr/bin/env bash
# Breaks the product on purpose, once for each patch in tests/Crash/Mutants, and demands that the test which the patch names sees it.
# A test that has never caught a fault proves nothing. Works on a copy of HEAD; ends with a table and with 1 when a mutant lived.
#   eng/mutants.sh [NAME...]    only these (stale-epoch)
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
copy=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$copy" >/dev/null 2>&1; rm -rf "$copy"' EXIT
git worktree add --quiet --detach "$copy" HEAD || { echo "A copy of HEAD could not be made: is this a git checkout?" >&2; exit 2; }

names=("$@")
if (( ${#names[@]} == 0 )); then
  for patch in tests/Crash/Mutants/*.patch; do names+=("$(basename "$patch" .patch)"); done
fi

field() { sed -n "s/^$2: //p" "tests/Crash/Mutants/$1.patch" | head -1; }
build() { (cd "$copy" && dotnet build "tests/$1" -v quiet --nologo -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false >"$copy/build.log" 2>&1); }
run() { (cd "$copy" && timeout 300 dotnet "artifacts/bin/MeliBot.$1.Tests/debug/MeliBot.$1.Tests.dll" -noLogo -noColor -method "$2" >"$copy/run.log" 2>&1); }
# One that names no test at all passes too.
ran() { grep -qE "Total: [1-9]" "$copy/run.log"; }

table=() alive=0
for name in "${names[@]}"; do
  project=$(field "$name" Project) test=$(field "$name" Test) what=$(head -1 "tests/Crash/Mutants/$name.patch")
  echo "== $name: $what"
  verdict=
  # Whole, it must pass: a test that always fails would kill anything.
  if ! build "$project"; then verdict="the unbroken tree doesn't build"; tail -5 "$copy/build.log"
  elif ! run "$project" "$test" || ! ran; then verdict="its test fails on the unbroken tree, or isn't there"; tail -20 "$copy/run.log"
  elif ! git -C "$copy" apply "$root/tests/Crash/Mutants/$name.patch"; then verdict="the patch doesn't apply any more"
  else
    if ! build "$project"; then verdict="it doesn't build"; tail -5 "$copy/build.log"
    elif run "$project" "$test"; then verdict="LIVES"
    fi
    git -C "$copy" apply --reverse "$root/tests/Crash/Mutants/$name.patch"
  fi
  [[ -z $verdict ]] || alive=$((alive + 1))
  echo "   ${verdict:-dead}"
  table+=("| $name | $what | \`${test#\*}\` | ${verdict:-dead} |")
done

echo
echo "| mutant | what it breaks | killed by | |"
echo "|---|---|---|---|"
printf '%s\n' "${table[@]}"
echo
echo "$((${#names[@]} - alive)) of ${#names[@]} dead"
(( alive == 0 ))
