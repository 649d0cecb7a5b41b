@echo off
"%~dp0..\runtime\bin\java.exe" -XX:AOTCache="%~dp0..\lib\hearthkey.aot" -cp "%~dp0..\lib\hearthkey-app.jar" org.hearthkey.app.launch.Launch %*
