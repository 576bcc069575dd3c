using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using MeliBot.Deploy.Tests;

[assembly: AssemblyFixture(typeof(Bicep))]

namespace MeliBot.Deploy.Tests;

/// <summary>The templates as Microsoft's compiler reads them: compiled once, and told as the resources that a deployment with each file of parameters makes.</summary>
public sealed class Bicep : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-deploy-").FullName;

    /// <summary>What the compiler and its linter said.</summary>
    public string Said { get; private set; } = "";

    public JsonNode Template { get; private set; } = new JsonObject();

    public Deployment Prod { get; private set; } = Deployment.None;

    public Deployment Dev { get; private set; } = Deployment.None;

    private static bool IsThere => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static string Root { get; } = Metadata("RepoRoot");

    public async ValueTask InitializeAsync()
    {
        if (!IsThere) return;
        Copy(Path.Combine(Root, "deploy"), _folder);
        var compiled = RunAsync("build", "bicep/main.bicep", "--stdout");
        var prod = SnapshotAsync("prod");
        var dev = SnapshotAsync("dev");
        var (json, said) = await compiled;
        (Said, Template) = (said, JsonNode.Parse(json)!);
        (Prod, Dev) = (await prod, await dev);
    }

    /// <summary>Ends a test where there is no compiler.</summary>
    public static void SkipWithout() => Assert.SkipUnless(IsThere, "The compiler's package is for Linux on x64.");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<Deployment> SnapshotAsync(string stage)
    {
        await RunAsync("snapshot", $"bicep/{stage}.bicepparam", "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--resource-group", "melibot", "--location", "eastus");
        return new Deployment(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "bicep", stage + ".snapshot.json")))!);
    }

    private async Task<(string Output, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(Metadata("BicepPath")), arguments) { WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // What whoever deploys has in the environment; the compiler is told nothing else.
        foreach (var (name, value) in new[] { ("MELIBOT_IMAGE", "registry.example/melibot:1"), ("MELIBOT_DATABASE_PASSWORD", Secret), ("MELIBOT_CLIENT_SECRET", Secret), ("MELIBOT_NOTIFICATION_SECRET", Secret), ("MELIBOT_KEY_CERTIFICATE", Secret) })
            start.Environment[name] = value;
        start.Environment["HOME"] = start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = _folder;
        using var process = Process.Start(start)!;
        var (output, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await said);
        return (await output, (await said).Trim());
    }

    /// <summary>Stands for every secret; found in what is deployed, it would be readable there.</summary>
    public const string Secret = "canary-0123456789abcdef";

    private static string Metadata(string key) => typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
