using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace MeliBot.Bot.Demo;

/// <summary>A .NET program that runs beside this one, never longer. What it prints goes to a log file.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ChildProcess(Process process, string logFile)
    {
        (_process, LogFile) = (process, logFile);
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _lines.Writer), ReadAsync(process.StandardError, null));
    }

    public string LogFile { get; }

    /// <param name="assembly">A .dll with an entry point.</param>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments, string folder, string logFile)
    {
        var start = new ProcessStartInfo(DotNet())
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started.");
        process.StandardInput.Close();
        return new ChildProcess(process, logFile);
    }

    /// <summary>Waits for a line of the standard output that begins so, and gives the rest of it.</summary>
    /// <exception cref="DemoException">The process ended before, or took too long.</exception>
    public async Task<string> WaitForLineAsync(string beginning, TimeSpan within, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(limit.Token))
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return line[beginning.Length..].Trim();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException($"A program of the demo took longer than {within.TotalSeconds:0} seconds to start.", LogFile);
        }

        throw new DemoException("A program of the demo ended right after its start.", LogFile);
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public async Task KillAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _reading;
        _process.Dispose();
    }

    // The same runtime that runs us, wherever it is installed.
    private static string DotNet()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var muxer = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(muxer) ? muxer : "dotnet";
    }

    private async Task ReadAsync(StreamReader output, ChannelWriter<string>? lines)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lines?.TryWrite(line);
            await DemoLog.AppendAsync(LogFile, line);
        }

        lines?.TryComplete();
    }
}
