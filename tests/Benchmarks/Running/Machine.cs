using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MeliBot.Benchmarks.Running;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30):0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Node()}");

    public static string Commit() => Ask("git", "describe", "--always", "--dirty", "--exclude=*") ?? "unknown";

    private static string Node() => Ask("node", "--version") is { } version ? $", Node.js {version}" : "";

    private static string? Ask(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var answer = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
