#!/bin/sh
# Measures everything docs/performance.md shows, in one go and on one machine. Needs a quiet machine; takes about ten minutes.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$home" && ./mvnw -B -ntp -q -Pfast -Dmaven.test.skip=true -pl aqts-benchmarks,aqts-examples -am package)
classpath="$home/aqts-benchmarks/target/classes:$home/aqts-benchmarks/target/lib/*"

"$java" -version 2>&1 | head -n 1

echo "== first run and later runs of a fresh process"
"$java" -cp "$classpath" io.aqts.benchmarks.FirstRun sma-cross 100000 3
"$java" -cp "$classpath" io.aqts.benchmarks.FirstRun sma-cross 1000000 8
"$java" -Xmx4g -cp "$classpath" io.aqts.benchmarks.FirstRun sma-cross 10000000 3
"$java" -cp "$classpath" io.aqts.benchmarks.FirstRun aureon 100000 5

echo "== whole process, a million bars from a file to statistics"
"$java" -cp "$classpath" io.aqts.benchmarks.Workload 1000000 "$work/bars.csv"
"$home/aqts" config >/dev/null
for run in 1 2 3 4 5; do
    /usr/bin/time -f "%e s wall, %U s user, %M kB" "$home/aqts" backtest --bars "$work/bars.csv" --instrument X/USD \
        --preset sma-cross --quantity 10 --cash 1000000 --json >"$work/report.json"
done

echo "== ten million bars streamed with a heap of 256 MB"
"$java" -cp "$classpath" io.aqts.benchmarks.Workload 10000000 "$work/many.csv"
AQTS_JAVA_OPTS=-Xmx256m /usr/bin/time -f "%e s wall, %U s user, %M kB" "$home/aqts" backtest --bars "$work/many.csv" \
    --instrument X/USD --preset sma-cross --quantity 10 --cash 1000000 --json >"$work/report.json"

echo "== JMH, with the parallel collector"
"$java" -cp "$classpath" org.openjdk.jmh.Main 'SmaCrossBenchmark.aqts$' -p bars=1000000 -jvmArgs -XX:+UseParallelGC

echo "== JMH"
"$java" -cp "$classpath" org.openjdk.jmh.Main "$@"
