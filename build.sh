#!/usr/bin/env bash
# ./build.sh [clean|build|format|test|pester|demo|bench|pack] [--configuration=Debug] [--rebuild] …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A build server that outlives the build would keep a CI job's output open.
export MSBUILDDISABLENODEREUSE=1

if ! command -v dotnet >/dev/null; then
  echo 'build.sh: the .NET 10 SDK is needed (https://dot.net).' >&2
  exit 127
fi

target=Default
if [[ $# -gt 0 && $1 != -* ]]; then
  target=$1
  shift
fi

dotnet tool restore --verbosity quiet
exec dotnet cake build.cake --target="$target" --no-report "$@"
