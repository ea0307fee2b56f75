@echo off
rem The command line of AQTS. Builds it on first use; delete aqts-examples\target to build it anew.
setlocal
set "home=%~dp0"
set "target=%home%aqts-examples\target"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if exist "%target%\aqts.built" if exist "%target%\aqts-examples.jar" goto run
echo aqts: building, which takes a minute the first time ... 1>&2
rem Jars of another version must not stay beside the new ones.
if exist "%target%\lib" rmdir /s /q "%target%\lib"
if exist "%target%\aqts-examples*.jar" del /q "%target%\aqts-examples*.jar"
pushd "%home%"
call mvnw.cmd -B -ntp -q -Pfast -Dmaven.test.skip=true -pl aqts-examples -am package 1>&2
if errorlevel 1 (
    popd
    exit /b 1
)
popd
type nul > "%target%\aqts.built"

:run
rem What the JVM itself has to say belongs to standard error, because standard output is for results alone.
set "log=-Xlog:disable -Xlog:all=warning:stderr"
set "gc=-XX:+UseSerialGC"
if not defined AQTS_JAVA_OPTS goto start
if not "%AQTS_JAVA_OPTS:-XX:+Use=%"=="%AQTS_JAVA_OPTS%" if not "%AQTS_JAVA_OPTS:GC=%"=="%AQTS_JAVA_OPTS%" set "gc="

:start
"%java%" -Xshare:auto %log% %gc% %AQTS_JAVA_OPTS% -cp "%target%\aqts-examples.jar;%target%\lib\*" io.aqts.examples.cli.Main %*
exit /b %errorlevel%
