using System.Diagnostics;
using System.Globalization;

namespace MeliBot.Benchmarks.Running;

/// <summary>A process of this benchmark's own: this program in another role, or the host. It ends with this one, however this one ends.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Where it serves.</summary>
    public Uri Url { get; private init; } = new("http://127.0.0.1");

    public static bool CanPin { get; } = OperatingSystem.IsLinux() && Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>This program as a server; returns once it serves.</summary>
    /// <param name="core">The only core it may use; null for all.</param>
    public static Task<Child> ServeAsync(int? core, params string[] arguments) => StartAsync(typeof(Child).Assembly.Location, core, "serves on ", ["serve", .. arguments]);

    /// <summary>The host that users run.</summary>
    public static Task<Child> HostAsync(string settings) =>
        StartAsync(Artifacts.Assembly("MeliBot.Bot"), null, "MeliBot serves on ", "serve", "--settings", settings, "--parent", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>This program in a role that ends by itself; gives what it printed.</summary>
    public static async Task<string> RunAsync(int? core, params string[] arguments)
    {
        using var process = Start(typeof(Child).Assembly.Location, core, arguments);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }

    /// <summary>This program in a role that ends by itself, under the runtime's settings of the program that users run; gives what it printed.</summary>
    public static async Task<string> RunAsUsersDoAsync(params string[] arguments) =>
        (await RunProgramAsync("exec", [], ["--runtimeconfig", Path.ChangeExtension(Artifacts.Assembly("MeliBot.Bot"), ".runtimeconfig.json"), typeof(Child).Assembly.Location, .. arguments]))!;

    /// <summary>Another program that ends by itself; gives what it printed, and null when it ended with one of these codes, by which it says that it can't.</summary>
    public static async Task<string?> RunProgramAsync(string program, IReadOnlyCollection<int> cannot, params string[] arguments)
    {
        using var process = Start(program, null, arguments);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (cannot.Contains(process.ExitCode)) return null;
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Resident memory in MiB, as the system counts it.</summary>
    public double ResidentMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.AsSpan("VmRSS:".Length).Trim(" \tkB"), CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Child> StartAsync(string program, int? core, string sign, params string[] arguments)
    {
        var process = Start(program, core, arguments);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(sign, StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new Child(process) { Url = new Uri(line[sign.Length..].Split(',', ' ')[0]) };
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode} before it served.");
    }

    private static Process Start(string program, int? core, params string[] arguments)
    {
        string[] command = core is { } only ? ["taskset", "--cpu-list", only.ToString(CultureInfo.InvariantCulture), "dotnet", program, .. arguments] : ["dotnet", program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        // On one core the runtime puts its own compiling off ten times as long, beyond any warm-up.
        if (core is not null)
            start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        return Process.Start(start)!;
    }
}
