using System.Net;
using MeliBot.Bot.Commands;
using MeliBot.Bot.Local;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MeliBot.Bot.Composition;

/// <summary>Puts the rooms together, for serving and for commands that need the database themselves.</summary>
internal static class BotHost
{
    /// <param name="pages">With the inbox, where the settings want it; a command needs none.</param>
    public static WebApplication Build(HostSettings settings, bool pages = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Directory.GetCurrentDirectory() });
        Settings.Add(builder.Configuration, builder.Environment.EnvironmentName, settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // The standard output belongs to the commands.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        pages &= InboxInUse.IsServed(builder.Configuration);
        builder.Services.AddBot(builder.Configuration, pages);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        builder.AddTelemetry();
        // Pages and styles of the libraries, also when it runs from its build output.
        if (pages) builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, builder.Configuration[$"{BotOptions.Section}:{nameof(BotOptions.Url)}"] ?? new BotOptions().Url, StoreChoice.PathOf(builder.Configuration)));
        return builder.Build();
    }

    /// <summary>Serves until it is told to stop; work in hand is finished first.</summary>
    public static async Task RunAsync(HostSettings settings, int? parent, CancellationToken cancellationToken)
    {
        await using var app = Build(settings, pages: true);
        SettingsException.ThrowIfInvalid(app.Services);
        var socket = LocalSocket.PathFor(StoreChoice.PathOf(app.Configuration));
        if (await LocalSocket.AnswersAsync(socket, cancellationToken))
            throw new CommandException(StoreChoice.IsShared(app.Configuration) ? "This host runs already." : "A host runs on this database already.", $"It answers on {socket}.", StoreChoice.IsShared(app.Configuration) ? $"Stop it first, or let this one listen elsewhere ({BotOptions.Section}:{nameof(BotOptions.Url)}); hosts on one machine are told apart by that." : "Stop it first, or give this one a database of its own (Delivery:Sqlite:Path).", 3);
        // A killed host leaves its socket behind.
        File.Delete(socket);

        // The first question mustn't wait until its language is learnt. Where none is answered or tried, none is.
        var roles = RolesInUse.Of(app.Configuration);
        if (roles != HostRoles.Ingress) _ = await Task.Run(() => app.Services.GetRequiredService<PlaybookInUse>().Model, cancellationToken);
        app.MapBot();
        await app.StartAsync(cancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        // What reading and learning left behind goes back to the system now: an idle host has no reason to collect it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Console.WriteLine($"MeliBot serves on {string.Join(", ", app.Urls.Where(url => !url.Contains("unix:", StringComparison.Ordinal)))}{(roles == HostRoles.All ? "" : $" as {RolesInUse.Tell(roles)}")}");

        if (InboxInUse.IsServed(app.Configuration)) await InboxInUse.TellAsync(app, cancellationToken);
        if (await app.Services.GetRequiredService<IBotControl>().SendsAsync(cancellationToken) is { IsStopped: true } stopped) Console.WriteLine(SendsCommand.Tell(stopped));

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = parent is { } id ? ParentWatch.FollowAsync(id, stopping) : Task.CompletedTask;
        await app.WaitForShutdownAsync(stopping.Token);
        await stopping.CancelAsync();
        await following;
    }

    // Kestrel asks before the settings are judged: whatever they are, this must not be what complains.
    private static void Listen(KestrelServerOptions kestrel, string url, string database)
    {
        kestrel.AddServerHeader = false;
        var socket = LocalSocket.PathFor(database);
        Directory.CreateDirectory(Path.GetDirectoryName(socket)!);
        kestrel.ListenUnixSocket(socket, listen => listen.UseLocalMark());
        if (BotOptions.TryReadUrl(url, out var address, out var port)) kestrel.Listen(address ?? IPAddress.Any, port);
    }
}
