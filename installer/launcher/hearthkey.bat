@echo off
"%~dp0..\runtime\bin\java.exe" -cp "%~dp0..\lib\hearthkey-app.jar;%~dp0..\lib\*" org.hearthkey.app.launch.Launch %*
