@echo off
rem The one command line of Nhip on Windows.
node "%~dp0scripts\start.mjs" %*
exit /b %ERRORLEVEL%
