@echo off
rem Starts the command line from the folder that this script lies in, however it is called.
setlocal
set "LIB=%~dp0..\lib"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1

"%JAVA%" ^
    -XX:+IgnoreUnrecognizedVMOptions ^
    --sun-misc-unsafe-memory-access=allow ^
    --enable-native-access=ALL-UNNAMED ^
    -Djava.awt.headless=true ^
    -Dweka.packageManager.offline=true ^
    -Dcom.github.fommil.netlib.BLAS=com.github.fommil.netlib.F2jBLAS ^
    -Dcom.github.fommil.netlib.LAPACK=com.github.fommil.netlib.F2jLAPACK ^
    -Dcom.github.fommil.netlib.ARPACK=com.github.fommil.netlib.F2jARPACK ^
    %RIDGELINE_OPTS% ^
    -cp "%LIB%\*" org.ridgeline.cli.Main %*
exit /b %ERRORLEVEL%
