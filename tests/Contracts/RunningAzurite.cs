using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeliBot.Contracts;

/// <summary>Microsoft's own emulator of Azure Storage, a process of its own that ends with this one at the latest.</summary>
public sealed class RunningAzurite : IDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-azurite-").FullName;
    private readonly int _port = FreePort();
    private readonly Process _process;

    private RunningAzurite(string program)
    {
        _process = Serve(program);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public int Port => _port;

    public string ConnectionString => ConnectionStringAt(_port);

    /// <summary>Null where Azurite isn't installed.</summary>
    public static RunningAzurite? Start() => Find() is { } program ? new(program) : null;

    /// <summary>The account and key are the same on every machine and open nothing else.</summary>
    /// <param name="port">Of whatever stands before it on this machine.</param>
    public static string ConnectionStringAt(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named ? [named] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "azurite-queue")))
        .FirstOrDefault(File.Exists);

    private Process Serve(string program)
    {
        var started = new ProcessStartInfo(program, ["--queuePort", $"{_port}", "--location", _folder, "--silent", "--skipApiVersionCheck"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
