using System.Diagnostics;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>The program under test as a real process, ended only as a crash ends it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private HostProcess(Process process, string log)
    {
        _process = process;
        _reading = Task.WhenAll(CopyAsync(process.StandardOutput, log + ".out"), CopyAsync(process.StandardError, log + ".err"));
    }

    public bool HasExited => _process.HasExited;

    public Task Exited => _process.WaitForExitAsync();

    /// <param name="pointFile">Where a crash point may be written later; see MeliBot.Crash.Hook.</param>
    /// <param name="crashAt"><c>span:start|stop:n</c>, or null.</param>
    public static HostProcess Start(string settings, string folder, string log, string pointFile, string? crashAt = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Artifacts.Assembly("MeliBot.Bot"), "serve", "--settings", settings, "--parent", $"{Environment.ProcessId}"])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_STARTUP_HOOKS"] = Artifacts.Assembly("MeliBot.Crash.Hook");
        start.Environment["CRASH_FILE"] = pointFile;
        if (crashAt is not null)
            start.Environment["CRASH_AT"] = crashAt;

        return new(Process.Start(start) ?? throw new InvalidOperationException("The host could not be started."), log);
    }

    /// <exception cref="InvalidOperationException">It ended before it served.</exception>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(_ready.Task, Exited).WaitAsync(cancellationToken) != _ready.Task)
            throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it served.");
    }

    /// <summary>Sends it a signal by name: STOP, CONT, TERM.</summary>
    public void Send(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until every thread of it stands still.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        while (!await IsStoppedAsync(cancellationToken))
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
    }

    /// <summary>Asks it to end, as a deployment does, and waits until it has.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        Send("TERM");
        await Exited.WaitAsync(cancellationToken);
        await _reading;
    }

    public async Task KillAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself, at a crash point.
        }

        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task<bool> IsStoppedAsync(CancellationToken cancellationToken)
    {
        using var state = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", $"{_process.Id}"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return (await state.StandardOutput.ReadToEndAsync(cancellationToken)).StartsWith('T');
    }

    private async Task CopyAsync(StreamReader from, string file)
    {
        await using var to = new StreamWriter(file, append: true);
        while (await from.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("MeliBot serves on ", StringComparison.Ordinal))
                _ready.TrySetResult();
            await to.WriteLineAsync(line);
        }
    }
}
