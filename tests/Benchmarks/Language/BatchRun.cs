using System.Diagnostics;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Language;

/// <summary>One run of a command that answers line by line, as a script uses it: its standard input is written, its standard output read.</summary>
/// <param name="Start">Seconds from the process's start to the answer to its first line.</param>
/// <param name="PerSecond">Lines a second from there on.</param>
internal sealed record BatchRun(double Start, double PerSecond)
{
    /// <param name="cache">The folder for what was learnt, which isn't the user's own.</param>
    public static async Task<BatchRun> OfAsync(IReadOnlyList<string> lines, string cache, CancellationToken cancellationToken, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var program = new ProcessStartInfo("dotnet", [Artifacts.Assembly("MeliBot.Bot"), .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        program.Environment["MELIBOT_CACHE"] = cache;
        using var process = Process.Start(program)!;
        await process.StandardInput.WriteLineAsync(lines[0].AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        await AnswersAsync(1);
        var start = Stopwatch.GetElapsedTime(started);

        started = Stopwatch.GetTimestamp();
        var writing = WriteAsync();
        await AnswersAsync(lines.Count - 1);
        var took = Stopwatch.GetElapsedTime(started);
        await writing;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? new(start.TotalSeconds, (lines.Count - 1) / took.TotalSeconds) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");

        async Task WriteAsync()
        {
            foreach (var line in lines.Skip(1))
                await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }

        async Task AnswersAsync(int count)
        {
            for (; count > 0; count--)
            {
                if (await process.StandardOutput.ReadLineAsync(cancellationToken) is null)
                    throw new InvalidOperationException($"{string.Join(' ', arguments)} ended before it had answered every line.");
            }
        }
    }
}
