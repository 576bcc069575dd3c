using MeliBot.Bot.Composition;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Work;
using MeliBot.Inbox.Designing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Bot.Tests;

/// <summary>Each role starts its own services and answers at its own addresses, and nothing else.</summary>
public sealed class HostRolesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-roles-");

    [Theory]
    [InlineData("ingress", true, false, false)]
    [InlineData("worker", false, true, false)]
    [InlineData("inbox", false, false, true)]
    [InlineData("Worker, inbox", false, true, true)]
    [InlineData(null, true, true, true)]
    public async Task A_host_does_what_its_roles_say(string? roles, bool takesIn, bool works, bool shows)
    {
        await using var app = BuildShared(roles);
        app.MapBot();
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToList();
        var started = app.Services.GetServices<IHostedService>().ToList();

        routes.ShouldContain("/health/live");
        routes.Contains("/notifications/{secret}").ShouldBe(takesIn);
        routes.Contains("/callback").ShouldBe(takesIn);
        started.OfType<IWorkerService>().Any().ShouldBe(works);
        foreach (var service in (string[])["SignalPump", "TurnPump", "EffectPump", "SweepService", "ClaimClock", "AzureQueueHost", "OpenWorkMeter"]) started.Any(one => one.GetType().Name == service).ShouldBe(works, service);
        started.Any(service => service.GetType().Name == "IndexProjector").ShouldBe(shows);
        started.Any(service => service.GetType().Name == "PlaybookWatcher").ShouldBe(works || shows);
        (app.Services.GetService<IDialogConsole>() is not null).ShouldBe(shows);
    }

    [Fact]
    public async Task Roles_may_be_a_list_in_a_file_and_the_command_line_goes_before_it()
    {
        await using var listed = Build("""{ "Roles": ["worker", "inbox"] }""", null);
        await using var commanded = Build("""{ "Roles": ["worker", "inbox"] }""", "worker");

        RolesInUse.Of(listed.Configuration).ShouldBe(HostRoles.Worker | HostRoles.Inbox);
        RolesInUse.Of(commanded.Configuration).ShouldBe(HostRoles.Worker);
    }

    [Fact]
    public async Task A_role_that_there_is_not_is_told_with_those_that_there_are()
    {
        await using var app = Build("{}", "worker,wroker");

        Should.Throw<SettingsException>(() => SettingsException.ThrowIfInvalid(app.Services)).Message.ShouldContain("Bot:Roles: \"wroker\" is no role; there are ingress, worker, inbox.");
    }

    [Fact]
    public async Task A_store_that_one_host_owns_needs_the_worker()
    {
        await using var app = Build("{}", "ingress,inbox");

        Should.Throw<SettingsException>(() => SettingsException.ThrowIfInvalid(app.Services)).Message.ShouldContain("Bot:Roles: without \"worker\"");
    }

    [Fact]
    public async Task A_host_that_takes_nothing_in_needs_no_secret_for_it()
    {
        await using var app = Build("{}", "worker", secret: false);

        Should.NotThrow(() => SettingsException.ThrowIfInvalid(app.Services));
        app.Services.GetRequiredService<StoreInUse>().IsShared.ShouldBeFalse();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>As over a store that several hosts share.</summary>
    private WebApplication BuildShared(string? roles)
    {
        var builder = WebApplication.CreateBuilder();
        Settings.Add(builder.Configuration, "Production", new HostSettings(Write("{}", secret: true), Roles: roles));
        builder.Services.AddSingleton(new StoreInUse("a shared one", IsShared: true));
        builder.Services.AddBot(builder.Configuration, InboxInUse.IsServed(builder.Configuration));
        return builder.Build();
    }

    private WebApplication Build(string bot, string? roles, bool secret = true) => BotHost.Build(new HostSettings(Write(bot, secret), Roles: roles), pages: true);

    private string Write(string bot, bool secret)
    {
        var settings = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(settings, $$"""
            {"Bot": {{bot}}, "Delivery":{"Sqlite":{"Path":"{{Path.Combine(_folder.FullName, "melibot.db")}}"} },
             "MercadoLibre":{"Notifications":{"Secrets":[{{(secret ? $"\"{new string('a', 20)}{new string('b', 20)}0123456789\"" : "")}}]},
             "Application":{"ClientId":1,"ClientSecret":"s","RedirectUri":"https://seller.example/callback"} } }
            """);
        return settings;
    }
}
