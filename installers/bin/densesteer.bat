@echo off
rem DenseSteer Workbench: the window when called without arguments or with a session file alone, else the command line.
rem JAVA_HOME chooses the Java; DENSESTEER_JAVA_OPTS adds options for it.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where /q "%JAVA%" 2>nul
if not errorlevel 1 goto found
if exist "%JAVA%.exe" goto found
echo densesteer: No Java was found at %JAVA%; install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 1

:found
if "%~1"=="" goto window
if /i "%~x1"==".densesteer" if "%~2"=="" goto window
rem Commands of a few seconds end sooner without the slower, thorough compiler.
set "TIER=-XX:TieredStopAtLevel=4"
for %%c in (generate score inspect convert) do if "%~1"=="%%c" set "TIER=-XX:TieredStopAtLevel=1"
"%JAVA%" @"%LIB%\jvm.options" %DENSESTEER_JAVA_OPTS% %TIER% -jar "%LIB%\densesteer.jar" %*
exit /b %errorlevel%

:window
"%JAVA%" @"%LIB%\jvm.options" %DENSESTEER_JAVA_OPTS% @"%LIB%\window.options" --module-path "%LIB%\javafx" -jar "%LIB%\densesteer.jar" %*
exit /b %errorlevel%
