# Builds a program with its own Java from target\densesteer ('mvn -B package' makes that folder).
#   installers\windows\build.ps1 [app-image | msi | exe]
# The result lies in target\installers. msi and exe need the WiX toolset.
param([ValidateSet('app-image', 'msi', 'exe')] [string] $Type = 'app-image')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$lib = 'target\densesteer\lib'
$jar = Join-Path $lib 'densesteer.jar'

if (-not (Test-Path $jar)) {
    [Console]::Error.WriteLine("target\densesteer is missing; run 'mvn -B package' first.")
    exit 1
}

Add-Type -AssemblyName System.IO.Compression.FileSystem
$zip = [IO.Compression.ZipFile]::OpenRead((Resolve-Path $jar))
try {
    $reader = [IO.StreamReader]::new($zip.GetEntry('META-INF/MANIFEST.MF').Open())
    $version = [regex]::Match($reader.ReadToEnd(), 'Implementation-Version: ([0-9.]+)').Groups[1].Value
} finally {
    $zip.Dispose()
}

$jpackage = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\jpackage.exe' } else { 'jpackage' }
$arguments = @(
    '--type', $Type, '--dest', 'target\installers',
    '--name', 'DenseSteer', '--app-version', $version, '--vendor', 'DenseSteer Workbench',
    '--description', 'Steer a small language model by hand',
    '--input', $lib, '--main-jar', 'densesteer.jar', '--main-class', 'org.densesteer.Main',
    '--add-modules', (Get-Content 'installers\java-modules' -Raw).Trim(),
    '--java-options', '--module-path=$APPDIR\javafx')
foreach ($file in 'jvm.options', 'window.options') {
    foreach ($option in (Get-Content (Join-Path $lib $file) -Raw).Trim() -split '\s+') {
        $arguments += '--java-options', $option
    }
}
if ($Type -ne 'app-image') {
    $arguments += '--license-file', 'LICENSE', '--win-menu', '--win-dir-chooser',
        '--file-associations', 'installers\session.properties'
}

if (Test-Path 'target\installers\DenseSteer') { Remove-Item -Recurse -Force 'target\installers\DenseSteer' }
& $jpackage @arguments
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Write-Output 'The result lies in target\installers.'
