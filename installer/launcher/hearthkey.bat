@echo off
"%~dp0..\runtime\bin\java.exe" -XX:AOTCache="%~dp0..\lib\hearthkey.aot" -Xlog:all=off:stdout "-Xlog:all=error,aot*=off,cds*=off:stderr" -cp "%~dp0..\lib\hearthkey-app.jar" org.hearthkey.app.launch.Launch %*
