#!/usr/bin/env bash
# Breaks the product on purpose, once for each patch in tests/Crash/Mutants, and demands that the test which the patch names sees it.
# A test that has never caught a fault proves nothing. Works on a copy of HEAD; ends with a table, and with 1 when a mutant lived.
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

patch_of() { echo "$root/tests/Crash/Mutants/$1.patch"; }
field() { sed -n "s/^$2: //p" "$(patch_of "$1")" | head -1; }
build() { (cd "$copy" && dotnet build "$@" -v quiet --nologo -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >build.log 2>&1) || { grep -m3 ': error' "$copy/build.log"; return 1; }; }
folder_of() { echo "$copy/artifacts/bin/MeliBot.$1.Tests/debug"; }
# One that names no test at all would pass too.
passes() { (cd "$copy" && timeout 600 dotnet "$(folder_of "$1")/MeliBot.$1.Tests.dll" -noLogo -noColor -method "$2" >run.log 2>&1) && grep -qE 'Total: [1-9]' "$copy/run.log"; }
fails() { ! passes "$@" && grep -qE 'Failed: [1-9]' "$copy/run.log"; }

# Only the broken room is compiled; its assembly takes the place of the whole one beside the tests.
judge() {
  local name=$1 project=$2 test=$3 rooms room
  [[ -n ${built[$project]:-} ]] || build "tests/$project" || { echo "the unbroken tree doesn't build"; return; }
  built[$project]=1
  # More than once: a busy machine may have made it wait too long.
  passes "$project" "$test" || passes "$project" "$test" || passes "$project" "$test" || { tail -5 "$copy/run.log"; echo "its test fails on the unbroken tree, or isn't there"; return; }
  git -C "$copy" apply "$(patch_of "$name")" || { echo "the patch doesn't apply any more"; return; }
  rooms=$(sed -n 's#^+++ b/src/\([^/]*\)/.*#\1#p' "$(patch_of "$name")" | sort -u)
  local verdict=dead
  for room in $rooms; do
    cp "$(folder_of "$project")/MeliBot.$room.dll" "$copy/whole.$room.dll"
    if build "src/$room" --no-dependencies --no-restore; then
      cp "$copy/artifacts/bin/MeliBot.$room/debug/MeliBot.$room.dll" "$(folder_of "$project")/"
    else
      verdict="it doesn't build"
    fi
  done
  [[ $verdict != dead ]] || fails "$project" "$test" || verdict=LIVES
  git -C "$copy" apply --reverse "$(patch_of "$name")"
  for room in $rooms; do cp "$copy/whole.$room.dll" "$(folder_of "$project")/MeliBot.$room.dll"; done
  echo "$verdict"
}

declare -A built
table=() dead=0
for name in "${names[@]}"; do
  what=$(head -1 "$(patch_of "$name")") test=$(field "$name" Test)
  judge "$name" "$(field "$name" Project)" "$test" >"$copy/verdict"
  verdict=$(tail -1 "$copy/verdict")
  echo "$name: $verdict"
  [[ $verdict == dead ]] && dead=$((dead + 1)) || head -n -1 "$copy/verdict"
  table+=("| $name | $what | \`${test#\*}\` | $verdict |")
done

printf '\n| mutant | what it breaks | killed by | |\n|---|---|---|---|\n'
printf '%s\n' "${table[@]}"
printf '\n%d of %d dead\n' "$dead" "${#names[@]}"
(( dead == ${#names[@]} ))
