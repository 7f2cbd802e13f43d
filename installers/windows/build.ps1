# Builds a program with its own Java from target\densesteer ('mvn -B package' makes that folder):
#   installers\windows\build.ps1 [app-image | msi | exe]
# The result lies in target\installers. It is not signed. msi and exe need the WiX toolset, version 3.
# The window is DenseSteer.exe; the command line is densesteer-cli.exe beside it.
# JAVA_HOME chooses the Java that goes in.
param([ValidateSet('app-image', 'msi', 'exe')] [string] $Type = 'msi')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$work = 'target\installers\work'
$lib = Join-Path $work 'lib'

if (-not (Test-Path 'target\densesteer\lib\densesteer.jar')) {
    [Console]::Error.WriteLine("target\densesteer is missing; run 'mvn -B package' first.")
    exit 1
}

# Runs one of Java's programs, and ends where it fails.
function Invoke-Java([string] $Program, [string[]] $Arguments) {
    $path = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME "bin\$Program.exe" } else { $Program }
    & $path @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

# Java reads a properties file as Latin-1 and a backslash in it as an escape; all that is written here is ASCII.
function Write-Lines([string] $File, [string[]] $Lines) {
    Set-Content -Path (Join-Path $work $File) -Value $Lines -Encoding Ascii
}

# What goes in: without the natives of other systems, with the licences of what is inside.
foreach ($old in $work, 'target\installers\DenseSteer') {
    if (Test-Path $old) { Remove-Item -Recurse -Force $old }
}
New-Item -ItemType Directory -Force $work | Out-Null
Copy-Item -Recurse 'target\densesteer\lib' $lib
Copy-Item 'LICENSE' $lib
Add-Type -AssemblyName System.IO.Compression.FileSystem
$zip = [IO.Compression.ZipFile]::OpenRead((Resolve-Path (Join-Path $lib 'densesteer.jar')).Path)
try {
    $reader = [IO.StreamReader]::new($zip.GetEntry('META-INF/MANIFEST.MF').Open())
    $version = [regex]::Match($reader.ReadToEnd(), 'Implementation-Version: ([0-9.]+)').Groups[1].Value
    $reader.Dispose()
    $licences = (New-Item -ItemType File (Join-Path $lib 'THIRD-PARTY.txt')).FullName
    [IO.Compression.ZipFileExtensions]::ExtractToFile($zip.GetEntry('META-INF/THIRD-PARTY.txt'), $licences, $true)
} finally {
    $zip.Dispose()
}
Invoke-Java 'java' @('installers\Slim.java', $lib)
$icon = Join-Path $work 'densesteer.ico'
Invoke-Java 'java' @('installers\Icon.java', 'app\src\main\resources\org\densesteer\ui\icon-256.png', $icon)
$java = Join-Path $work 'java'
Invoke-Java 'jlink' @(
    '--add-modules', (Get-Content 'installers\java-modules' -Raw).Trim(),
    '--strip-debug', '--no-header-files', '--no-man-pages', '--output', $java)
# An archive of Java's own classes, for a quicker start.
& (Join-Path $java 'bin\java.exe') '-Xshare:dump' | Out-Null
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

$always = (Get-Content (Join-Path $lib 'jvm.options') -Raw).Trim()
$window = (Get-Content (Join-Path $lib 'window.options') -Raw).Trim()
Write-Lines 'session.properties' (@(Get-Content 'installers\session.properties') + "icon=$($icon -replace '\\', '/')")
Write-Lines 'cli.properties' @('win-console=true', "java-options=$always")

$arguments = @(
    '--type', $Type, '--dest', 'target\installers',
    '--name', 'DenseSteer', '--app-version', $version, '--vendor', 'DenseSteer Workbench',
    '--description', 'Steer a small language model by hand', '--icon', $icon,
    '--input', $lib, '--main-jar', 'densesteer.jar', '--main-class', 'org.densesteer.Main', '--runtime-image', $java,
    '--add-launcher', "densesteer-cli=$work\cli.properties",
    '--java-options', '--module-path=$APPDIR\javafx')
foreach ($option in "$always $window" -split '\s+') {
    $arguments += '--java-options', $option
}
if ($Type -ne 'app-image') {
    # The same upgrade code in every version: a newer one takes the place of an older.
    $arguments += '--license-file', 'LICENSE', '--win-menu', '--win-dir-chooser',
        '--win-upgrade-uuid', '7d0b0f2e-5d0c-4c5b-9a43-0e7a6f3c1d52',
        '--file-associations', (Join-Path $work 'session.properties')
}

Invoke-Java 'jpackage' $arguments
Write-Output 'The result lies in target\installers:'
foreach ($part in $lib, $java) {
    $bytes = (Get-ChildItem -Recurse -File $part | Measure-Object -Property Length -Sum).Sum
    Write-Output ('  {0} MB {1}' -f [int] ($bytes / 1MB), $part)
}
Get-ChildItem -File 'target\installers' | ForEach-Object { '  {0} MB {1}' -f [int] ($_.Length / 1MB), $_.Name }
