using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>
/// Runs the same command again in a process whose runtime compiles every method once, and well. A command or a host starts sooner without; a batch calls everything thousands of times, and spent a fifth
/// of its time on compiling twice. A runtime reads that when it starts, so no process can decide it for itself.
/// </summary>
internal static class BatchProcess
{
    private const string Setting = "DOTNET_TC_QuickJit";

    /// <summary>Null where this process is to do the work itself: it is the second one, the setting was made outside, the program is part of another, or no process can be started.</summary>
    public static async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Setting) is not null || Assembly.GetEntryAssembly() != typeof(BatchProcess).Assembly || Environment.ProcessPath is not { } program) return null;
        // The first is the assembly, which only a program of its own finds without being told.
        var arguments = Environment.GetCommandLineArgs();
        var isHosted = string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, isHosted ? arguments : arguments[1..]) { UseShellExecute = false };
        start.Environment[Setting] = "0";
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }

        if (process is null) return null;
        using (process)
        {
            await using var stopping = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
    }
}
