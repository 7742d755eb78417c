#!/usr/bin/env bash
# ./build.sh [clean|build|format|test|xunit|pester|demo|bench|mutate|pack|release] [--configuration=Debug] [--rebuild] …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off DOTNET_NOLOGO=1
# A build server that outlives the build would keep a CI job's output open.
export MSBUILDDISABLENODEREUSE=1

# Escape sequences are for a terminal.
[[ -t 1 ]] || export NO_COLOR=1

if ! command -v dotnet >/dev/null; then
  echo 'build.sh: the .NET 10 SDK is needed (https://dot.net).' >&2
  exit 127
fi

# A bare Debian has no ICU, and there .NET starts only when told to do without; cultures are then names without data.
if { ! dotnet --version && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version; } &>/dev/null; then
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY=0
fi

target=Default
if [[ $# -gt 0 && $1 != -* ]]; then
  target=$1
  shift
fi

# It speaks of success too, however quiet it shall be.
if ! restored=$(dotnet tool restore 2>&1); then
  echo "$restored" >&2
  exit 1
fi
exec dotnet cake build.cake --target="$target" --no-report "$@"
