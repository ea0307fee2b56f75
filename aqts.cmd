@echo off
rem The command line of AQTS. Builds it on first use; delete aqts-examples\target to build it anew.
setlocal
set "home=%~dp0"
set "target=%home%aqts-examples\target"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if exist "%target%\aqts.built" goto run
echo aqts: building, which takes a minute the first time ... 1>&2
pushd "%home%"
call mvnw.cmd -B -ntp -q -Pfast -Dmaven.test.skip=true -pl aqts-examples -am package 1>&2
if errorlevel 1 (
    popd
    exit /b 1
)
popd
type nul > "%target%\aqts.built"

:run
"%java%" -Xshare:auto -XX:+UseSerialGC %AQTS_JAVA_OPTS% -cp "%target%\classes;%target%\lib\*" io.aqts.examples.cli.Main %*
exit /b %errorlevel%
