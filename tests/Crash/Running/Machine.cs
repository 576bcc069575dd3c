using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MeliBot.Crash.Tests.Running;

/// <summary>Where and of what a table was made.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024d * 1024 * 1024):0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Configuration} build");

    /// <summary>Null outside a git checkout; marked when the tree has changes that aren't committed.</summary>
    public static string? Commit() => Git("rev-parse --short HEAD") is { Length: > 0 } commit
        ? commit + (Git("status --porcelain --untracked-files=no") is { Length: > 0 } ? " with local changes" : "")
        : null;

    private static string Configuration => AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";

    private static string? Git(string arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory });
            var output = git!.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git here.
            return null;
        }
    }
}
