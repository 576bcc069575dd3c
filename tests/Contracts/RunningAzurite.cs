using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeliBot.Contracts;

/// <summary>Microsoft's own emulator of Azure Storage, a process of its own that ends with this one at the latest.</summary>
public sealed class RunningAzurite : IDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string _program;
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-azurite-").FullName;
    private readonly int _port = FreePort();
    private Process _process;

    private RunningAzurite(string program)
    {
        _program = program;
        _process = Serve();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>The account and key are the same on every machine and open nothing else.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};QueueEndpoint=http://127.0.0.1:{_port}/devstoreaccount1;");

    /// <summary>Null where Azurite isn't installed.</summary>
    public static RunningAzurite? Start() => Find() is { } program ? new(program) : null;

    /// <summary>Asks it to end, and starts it again on what it kept. A kill would lose what it keeps in memory for some seconds, which Azure doesn't.</summary>
    public void Restart()
    {
        Stop("-INT");
        _process = Serve();
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        Stop("-KILL");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named ? [named] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "azurite-queue")))
        .FirstOrDefault(File.Exists);

    private Process Serve()
    {
        var started = new ProcessStartInfo(_program, ["--queuePort", $"{_port}", "--location", _folder, "--silent", "--skipApiVersionCheck"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(started)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        for (var tries = 0; tries < 600 && !process.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, _port);
                return process;
            }
            catch (SocketException)
            {
                process.WaitForExit(100);
            }
        }

        throw new InvalidOperationException("Azurite was started and doesn't listen.");
    }

    private void Stop(string signal)
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            // It says that it has closed, and then waits for connections that are kept open.
            if (!_process.WaitForExit(3_000)) _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
