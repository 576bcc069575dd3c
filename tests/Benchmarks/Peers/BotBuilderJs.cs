using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MeliBot.Benchmarks.Peers;

/// <summary>The stock npm bot as a process that keeps warm between its runs. Installed by npm at first use, beside this program.</summary>
internal sealed class BotBuilderJs : IAsyncDisposable
{
    private readonly Process _node;

    private BotBuilderJs(Process node) => _node = node;

    /// <summary>The bot, or why there is none.</summary>
    /// <param name="install">False to use it only where it is installed already.</param>
    public static async Task<(BotBuilderJs? Peer, string? WhyNot)> StartAsync(bool install, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "botbuilder-js");
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "botbuilder-dialogs")))
            {
                if (!install)
                    return (null, "a smoke run installs nothing.");
                if (await InstallAsync(folder, cancellationToken) is { } failure)
                    return (null, failure);
            }

            var peer = new BotBuilderJs(Start(folder, "node", "bench.js"));
            return await peer._node.StandardOutput.ReadLineAsync(cancellationToken) == "ready" ? (peer, null) : (null, "bench.js didn't start.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, $"node and npm are needed ({e.Message}).");
        }
    }

    /// <param name="bot"><c>echo</c> or <c>dialog</c>.</param>
    public async Task<double> TurnsPerSecondAsync(string bot, int turns, CancellationToken cancellationToken)
    {
        await _node.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{bot} {turns}").AsMemory(), cancellationToken);
        var answer = await _node.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("bench.js ended before it answered.");
        return JsonDocument.Parse(answer).RootElement.GetProperty("turnsPerSecond").GetDouble();
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private static async Task<string?> InstallAsync(string folder, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("  npm installs botbuilder once ...");
        using var npm = Start(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
        var (said, _) = (npm.StandardError.ReadToEndAsync(cancellationToken), npm.StandardOutput.ReadToEndAsync(cancellationToken));
        await npm.WaitForExitAsync(cancellationToken);
        return npm.ExitCode == 0 ? null : $"npm install ended with {npm.ExitCode}: {(await said).ReplaceLineEndings(" ")}";
    }

    private static Process Start(string folder, string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = program == "npm",
    })!;
}
